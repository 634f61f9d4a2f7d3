package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ProbeRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.model.RecordedSamples;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.Recording;
import org.junit.jupiter.api.Test;

/** The gradients and the loss along them, in the data of the page. */
class ProbePanelsTest {

  @Test
  void thePageHasTheGradientsOfEveryLayerEpochByEpoch() throws IOException {
    JsonNode trials = page(new ProbeRun(ReferenceRun.of(0))).get("gradients").get("trials");

    assertThat(trials).hasSize(16);
    JsonNode trial = trials.get(3);
    assertThat(trial.get("at").get("weight_scale").asInt()).isEqualTo(3);
    assertThat(trial.get("epochs")).hasSize(20);
    assertThat(trial.get("norm").get("bn")).hasSize(6);
    assertThat(trial.get("norm").get("bn").get(5).get(4).asDouble()).isEqualTo(0.1);
    // The fourth scale is 10^-0.8; its five-fold, to the power of the layers above.
    assertThat(trial.get("norm").get("plain").get(3).get(0).asDouble()).isEqualTo(0.628);
    assertThat(trial.get("ratio").get("plain").get(3).get(0).asDouble()).isEqualTo(0.00628);
    assertThat(trials.get(0).get("norm").get("plain").get(0).get(0).asText()).isEqualTo("NaN");
  }

  @Test
  void thePageHasLeastAndLargestOfTheFiniteLossesAndHowManyAreNot() throws IOException {
    JsonNode landscape = page(new ProbeRun(ReferenceRun.of(0))).get("landscape");

    assertThat(landscape.get("steps").asInt()).isEqualTo(5);
    JsonNode first = landscape.get("trials").get(0);
    assertThat(first.get("least").get("plain").get(0).asDouble()).isEqualTo(1);
    assertThat(first.get("largest").get("plain").get(0).asDouble()).isEqualTo(3);
    assertThat(first.get("lost").get("plain").get(0).asInt()).isEqualTo(1);
    JsonNode second = landscape.get("trials").get(1);
    assertThat(second.get("largest").get("plain").get(1).asDouble()).isEqualTo(2);
    assertThat(second.get("largest").get("bn").get(1).asDouble()).isEqualTo(1.1);
    assertThat(second.get("lost").get("plain").get(0).asInt()).isZero();
  }

  @Test
  void aRunThatRecordedNothingHasNeither() throws IOException {
    JsonNode page = page(ReferenceRun.of(0));

    assertThat(page.has("gradients")).isFalse();
    assertThat(page.has("landscape")).isFalse();
    assertThat(page.get("recorded")).isEmpty();
  }

  @Test
  void ofSeveralSeedsTheFirstIsShown() {
    RunData data = RunDataReader.read(new ProbeRun(ReferenceRun.of(0, 1)));

    assertThat(data.recorded()).containsExactly(Recording.GRADIENTS, Recording.LANDSCAPE);
    assertThat(data.samples().gradients()).hasSize(16);
    assertThat(data.samples().landscapes())
        .hasSize(16)
        .allMatch(t -> t.position().on(Hyperparameter.SEED) == 0);
  }

  @Test
  void aLongOrLargeRunShowsFewEnough() throws IOException {
    JsonNode page = page(new ProbeRun(new MadeUpRun(2, 1, 1, 1000, 0)));

    JsonNode epochs = page.get("gradients").get("trials").get(0).get("epochs");
    assertThat(epochs).hasSize(RecordedSamples.MOST_EPOCHS);
    assertThat(List.of(epochs.get(0).asInt(), epochs.get(249).asInt())).containsExactly(0, 999);
    assertThat(page.get("landscape").get("trials").get(1).get("least").get("bn")).hasSize(250);
    assertThat(page(new ProbeRun(new MadeUpRun(100, 20, 1, 20, 0))).toString().length())
        .isLessThan(3_000_000);
  }

  private static JsonNode page(RunSource run) throws IOException {
    return PageTest.data(PageTest.page(run));
  }
}
