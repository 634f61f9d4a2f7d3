package org.bnsweep.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.ReportException;
import org.bnsweep.report.page.Page;
import org.bnsweep.report.page.PageTest;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.stats.Moments;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;
import org.junit.jupiter.api.Test;

class RunDataReaderTest {

  @Test
  void keepsTheOrderOfTheScales() {
    RunData data = RunDataReader.read(ReferenceRun.of(0));

    assertThat(data.groups()).hasSize(16);
    assertThat(data.value(Hyperparameter.WEIGHT_SCALE, data.groups().get(0).position()).number())
        .isEqualTo(1.0);
    assertThat(data.value(Hyperparameter.WEIGHT_SCALE, data.groups().get(15).position()).number())
        .isEqualTo(1e-4);
    assertThat(data.varying()).containsExactly(Hyperparameter.WEIGHT_SCALE);
  }

  @Test
  void averagesSeeds() {
    RunData data = RunDataReader.read(ReferenceRun.of(0, 1, 2));

    Moments first = data.groups().get(0).bands().train(Network.NORMALIZED, 0);
    assertThat(data.groups()).hasSize(16);
    assertThat(first.n()).isEqualTo(3);
    assertThat(first.mean()).isCloseTo((0.086 + 0.091 + 0.072) / 3, within(1e-12));
    assertThat(data.trials()).hasSize(48);
  }

  @Test
  void aboveTenThousandTrialsAveragesTheLongestAxisTooButNotTheScale() {
    RunData data = RunDataReader.read(new MadeUpRun(20, 510, 1, 1, 0));

    assertThat(data.averaged())
        .containsExactlyInAnyOrder(Hyperparameter.SEED, Hyperparameter.LEARNING_RATE);
    assertThat(data.groups()).hasSize(20);
    assertThat(data.groups().get(3).bands().trials()).isEqualTo(510);
    assertThat(data.trials()).isEmpty();
    assertThat(data.counts().trials()).isEqualTo(10_200);
  }

  @Test
  void aboveTenThousandTrialsKeepsAxesThatFit() {
    RunData data = RunDataReader.read(new MadeUpRun(20, 26, 20, 1, 0));

    assertThat(data.averaged()).containsExactly(Hyperparameter.SEED);
    assertThat(data.groups()).hasSize(520);
  }

  @Test
  void anAxisOfMoreValuesThanAPageHasRowsIsAveragedFirstAndItsValuesAreForgotten()
      throws IOException {
    RunData data = RunDataReader.read(new MadeUpRun(10_001, 3, 1, 1, 0));

    assertThat(data.averaged())
        .containsExactlyInAnyOrder(Hyperparameter.SEED, Hyperparameter.WEIGHT_SCALE);
    assertThat(data.groups()).hasSize(3).allMatch(g -> g.bands().trials() == 10_001);
    assertThat(data.axes().get(Hyperparameter.WEIGHT_SCALE))
        .extracting(AxisValue::brief)
        .containsExactly("1.0", "0.9991");
    assertThat(data.varying())
        .containsExactly(Hyperparameter.WEIGHT_SCALE, Hyperparameter.LEARNING_RATE);
  }

  @Test
  void ofAxesAveragedOverThePageHasNoMoreThanThatTheyVary() throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    Page.write(RunDataReader.read(new MadeUpRun(20, 510, 1, 1, 0)), page);

    JsonNode axes = PageTest.data(page.toString(StandardCharsets.UTF_8)).get("axes");
    assertThat(axes.get(0).get("values")).hasSize(20);
    assertThat(axes.get(1).get("values")).hasSize(2);
  }

  @Test
  void manyLongCurvesAreKeptAtTheEpochsThatThePageShows() throws IOException {
    RunData data = RunDataReader.read(new MadeUpRun(50, 100, 1, 400, 1000));

    KeptEpochs kept = data.groups().get(0).bands().kept();
    assertThat(data.groups()).hasSize(5000).allMatch(g -> g.bands().kept().equals(kept));
    // Two numbers of about 44 B for each epoch: 22 MB, not 350.
    assertThat(5000 * kept.means()).isBetween(400_000, 500_000);
    assertThat(kept.train()).hasSize(49).startsWith(0, 8).endsWith(399);
    assertThat(kept.test()).containsExactly(399);
    assertThat(data.trials()).hasSize(5000);

    ByteArrayOutputStream page = new ByteArrayOutputStream();
    Page.write(data, page);
    JsonNode groups = PageTest.data(page.toString(StandardCharsets.UTF_8)).get("groups");
    assertThat(groups.get("epochs")).hasSize(49);
    assertThat(groups.get("testEpochs").get(0).asInt()).isEqualTo(399);
  }

  @Test
  void withoutTestSamplesNothingIsKeptOfThem() {
    RunData data = RunDataReader.read(ReferenceRun.of(0));

    assertThat(data.groups().get(0).bands().kept().means()).isEqualTo(40);
  }

  @Test
  void countsWhatFailed() {
    Trial trial = new Trial("f", ReferenceRun.settings(0.1, 0.01, 0));
    TrialResult failed = new TrialResult(trial, new TrialResult.Failed("no memory"), 0);

    RunData data =
        RunDataReader.read(new ReferenceRun(ReferenceRun.facts("x", 20, 0), List.of(failed)));

    assertThat(data.counts()).isEqualTo(new Counts(1, 1, new ByNetwork<>(0L, 0L), Map.of()));
    assertThat(data.trials().get(0).figures()).isEqualTo(Optional.empty());
    assertThat(data.trials().get(0).message()).isEqualTo("no memory");
  }

  @Test
  void refusesARunWithoutTrials() {
    ReferenceRun nothing = new ReferenceRun(ReferenceRun.facts("x", 20, 0), List.of());

    assertThatThrownBy(() -> RunDataReader.read(nothing))
        .isInstanceOf(ReportException.class)
        .hasMessage("run x has no finished trial");
  }
}
