package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.report.ActivationRun;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;
import org.bnsweep.train.Recorded;
import org.junit.jupiter.api.Test;

class ActivationPanelTest {

  @Test
  void thePageHasEveryLayerOfEveryTrial() throws IOException {
    JsonNode activations =
        PageTest.data(PageTest.page(new ActivationRun(ReferenceRun.of(0)))).get("activations");

    assertThat(activations.get("trials")).hasSize(16);
    JsonNode trial = activations.get("trials").get(3);
    assertThat(trial.get("at").get("weight_scale").asInt()).isEqualTo(3);
    assertThat(trial.get("layers")).hasSize(30);
    JsonNode layer = trial.get("layers").get(16);
    assertThat(layer.get(0).asText()).isEqualTo("plain");
    assertThat(layer.get(1).asInt()).isZero();
    assertThat(layer.get(2).asInt()).isEqualTo(2);
    // The fourth scale is 10^-0.8; its five-fold squared, and half of that.
    assertThat(layer.get(3).asDouble()).isEqualTo(0.314);
    assertThat(layer.get(4).asDouble()).isEqualTo(0.628);
    assertThat(layer.get(5).asDouble()).isEqualTo(0.25);
    assertThat(layer.get(6)).hasSize(44);
    assertThat(layer.get(6).get(0).asInt()).isZero();
    assertThat(layer.get(6).get(1).asInt()).isEqualTo(5000);
    assertThat(activations.get("perDecade").asInt()).isEqualTo(8);
    assertThat(activations.get("lowest").asInt()).isEqualTo(-16);
  }

  @Test
  void aRunWithoutActivationsHasNone() throws IOException {
    assertThat(PageTest.data(PageTest.page(ReferenceRun.of(0))).has("activations")).isFalse();
  }

  @Test
  void whatOverflowedIsText() throws IOException {
    Histogram lost = Histogram.of(new int[] {Histogram.NOT_A_NUMBER}, new int[] {7});
    LayerActivations layer =
        new LayerActivations(Network.PLAIN, 1, 0, Double.NaN, Double.POSITIVE_INFINITY, 0, lost);
    TrialResult result = ReferenceRun.of(0).trials().get(0);
    Trained trained =
        new Trained(
            ((Trained) result.outcome()).curves(), Recorded.of(List.of(layer)), Arithmetic.UNKNOWN);
    RunSource run =
        new ReferenceRun(
            ReferenceRun.facts("lost", 20, 0),
            List.of(new TrialResult(result.trial(), trained, 1)));

    JsonNode activations = PageTest.data(PageTest.page(run)).get("activations");

    assertThat(activations.get("trials").get(0).get("layers").get(0).toString())
        .isEqualTo("[\"plain\",0,1,\"NaN\",\"Infinity\",0.0,[259,7]]");
  }

  @Test
  void ofSeveralSeedsTheFirstIsShown() {
    RunData data = RunDataReader.read(new ActivationRun(ReferenceRun.of(0, 1, 2)));

    assertThat(data.samples().activations()).hasSize(16);
    assertThat(data.samples().activations())
        .allMatch(t -> t.position().on(Hyperparameter.SEED) == 0);
  }

  @Test
  void aLargeGridShowsAnEvenSampleInTheGridsOrder() throws IOException {
    RunSource run = new ActivationRun(new MadeUpRun(100, 50, 1, 20, 1000));

    RunData data = RunDataReader.read(run);

    // 30 histograms a trial, so at most 33; every 256th of 5000 are 20.
    assertThat(data.samples().activations()).hasSize(20);
    assertThat(data.samples().activations())
        .extracting(
            t ->
                50 * t.position().on(Hyperparameter.WEIGHT_SCALE)
                    + t.position().on(Hyperparameter.LEARNING_RATE))
        .startsWith(0, 256, 512)
        .endsWith(19 * 256);
    assertThat(PageTest.page(run).length()).isLessThan(3_000_000);
  }
}
