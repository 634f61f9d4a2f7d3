package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.settings.OptimizerKind;
import org.bnsweep.stats.SweepSummary;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Recorded;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.bnsweep.train.WeightGradient;
import org.junit.jupiter.api.Test;

/** What a finished run says when it is read. */
class RunReaderTest extends InRunFolder {
  @Test
  void readsBackWhatWasRecordedInTheOrderOfTheGrid() {
    TrialResult diverged =
        new TrialResult(
            TestTrials.trial(1),
            Outcomes.trained(
                new PairCurves(
                    TestTrials.curve(0.1, 0.5, 0.9),
                    TestTrials.divergedCurve(1, 0.1, 0.097, 0.097))),
            2);

    RunInfo info =
        run(4, TestTrials.result(3), TestTrials.failed(2, "boom"), diverged, TestTrials.result(0));

    assertThat(info.trials()).isEqualTo(new TrialCounts(4, 0, 3, 1, 1));
    assertThat(readTrials())
        .extracting(RecordedTrial::result)
        .containsExactly(
            TestTrials.result(0), diverged, TestTrials.failed(2, "boom"), TestTrials.result(3));
    assertThat(readTrials()).extracting(RecordedTrial::index).containsExactly(0L, 1L, 2L, 3L);
    assertThat(RunReader.open(folder.toString(), CONFIGURATION).info()).isEqualTo(info);
  }

  @Test
  void readsTheAnswersBack() {
    run(2, TestTrials.result(0), TestTrials.result(1));

    SweepSummary summary = RunReader.open(folder.toString(), CONFIGURATION).summary();

    assertThat(summary.trials()).isEqualTo(2);
    assertThat(summary.best().bn()).isEqualTo(new SweepSummary.Best(TestTrials.id(1), 0.3125, 2));
    assertThat(summary.trainableRanges().get(0).testedDecades()).isEqualTo(1);
    assertThat(summary.generalizationGap()).isNull();
  }

  /** What there is of one kind alone has the keys that it always had. */
  @Test
  void theAnswersOfEachKindAreInTheFileOfARunWithSeveral() throws IOException {
    run(2, TestTrials.result(0), TestTrials.result(1));
    List<String> keys =
        List.of(
            "trials",
            "diverged",
            "best",
            "final_accuracy_difference",
            "trainable_ranges",
            "largest_learning_rates",
            "generalization_gap");
    assertThat(summaryFile().fieldNames()).toIterable().containsExactlyElementsOf(keys);

    Trial layer =
        new Trial(
            TestTrials.id(9),
            TestTrials.trial(0)
                .hyperparameters()
                .with(Hyperparameter.NORMALIZATION, NormalizationKind.LAYER));
    TrialResult diverged =
        new TrialResult(
            layer,
            Outcomes.trained(
                new PairCurves(
                    TestTrials.divergedCurve(1, 0.1, 0.1, 0.1), TestTrials.curve(0.1, 0.2, 0.6))),
            1);
    record(diverged);
    try (RunFolder open = open()) {
      open.finish(
          open.ledger(PROVENANCE),
          TestTrials.grid(3, i -> i < 2 ? TestTrials.trial(i) : layer),
          DETAILS);
    }

    JsonNode kinds = summaryFile().get("normalizations");
    assertThat(summaryFile().fieldNames()).toIterable().startsWith(keys.toArray(String[]::new));
    assertThat(kinds.fieldNames()).toIterable().containsExactly("batch", "layer");
    assertThat(kinds.get("batch").get("diverged"))
        .isEqualTo(new ObjectMapper().readTree("{\"bn\": 0, \"plain\": 0}"));
    assertThat(kinds.get("layer").get("diverged"))
        .isEqualTo(new ObjectMapper().readTree("{\"bn\": 1, \"plain\": 0}"));
    assertThat(kinds.get("layer").get("trainable_ranges").get(0))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"accuracy": 0.5, "groups": 1, "tested_decades": 0.0,
                     "bn": {"decades": 0.0, "from": null, "to": null},
                     "plain": {"decades": 0.0, "from": 1.0, "to": 1.0}}
                    """));
    SweepSummary read = RunReader.open(folder.toString(), CONFIGURATION).summary();
    assertThat(read.kinds().get(NormalizationKind.LAYER).rate(0.5))
        .contains(new SweepSummary.LargestLearningRate(0.5, 0.01, null, 0.01));
    assertThat(read.diverged()).isEqualTo(new SweepSummary.Both<>(1L, 0L));
  }

  private JsonNode summaryFile() throws IOException {
    return new ObjectMapper().readTree(Files.readString(folder.resolve("summary.json")));
  }

  @Test
  void keepsInitializersThatAreNoNumberAndTestAccuracies() {
    Hyperparameters some = TestTrials.settings(1, 0.01, 4294967295L);
    Trial trial =
        new Trial(
            TestTrials.id(0),
            Hyperparameters.builder()
                .weightScale(new WeightScale(WeightScale.Init.XAVIER, Double.NaN))
                .learningRate(some.learningRate())
                .batchSize(some.batchSize())
                .hidden(List.of(7))
                .activation(Activation.SIGMOID)
                .optimizer(OptimizerKind.ADAM)
                .seed(some.seed())
                .build());
    NetworkCurve tested =
        new NetworkCurve(List.of(new Point(0, 0, -0.0, 0.5, 0.25)), NetworkCurve.NEVER);
    TrialResult result =
        new TrialResult(trial, Outcomes.trained(new PairCurves(tested, tested)), 1);
    try (RunFolder open = open(OnExisting.RESUME)) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        writer.add(result);
      }
      open.finish(ledger, TestTrials.grid(1, index -> trial), DETAILS);
    }

    assertThat(readTrials()).extracting(RecordedTrial::result).containsExactly(result);
  }

  @Test
  void readsARunThatWasPassedOnWithoutItsLedger() throws IOException {
    run(1, TestTrials.result(0));
    try (Stream<Path> parts = Files.list(folder.resolve("trials"))) {
      for (Path part : parts.toList()) {
        Files.delete(part);
      }
    }
    Files.delete(folder.resolve("trials"));

    List<RecordedTrial> trials = readTrials();

    assertThat(trials.get(0).result().outcome()).isEqualTo(TestTrials.result(0).outcome());
    assertThat(trials.get(0).result().seconds()).isNaN();
  }

  @Test
  void readsWhatWasKeptBesideTheCurvesIfItIsAskedFor() {
    List<Double> losses = List.of(1.0, 2.0, 3.0, Double.NaN, Double.POSITIVE_INFINITY);
    Recorded kept =
        new Recorded(
            List.of(),
            List.of(
                new WeightGradient(Network.NORMALIZED, 0, 1, 0.5, 0.25),
                new WeightGradient(Network.PLAIN, 0, 1, Double.NaN, 0)),
            List.of(
                new Landscape(Network.NORMALIZED, 0, losses, losses, 4),
                new Landscape(Network.NORMALIZED, 1, losses, losses, 5),
                new Landscape(Network.PLAIN, 0, losses, losses, Double.NaN)));
    TrialResult.Trained trained = (TrialResult.Trained) TestTrials.result(1).outcome();
    TrialResult result =
        new TrialResult(
            TestTrials.trial(1),
            new TrialResult.Trained(trained.curves(), kept, Arithmetic.UNKNOWN),
            1);
    try (RunFolder open = open(OnExisting.RESUME)) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        writer.add(TestTrials.failed(0, "boom"));
        writer.add(result);
      }
      open.finish(
          ledger,
          TestTrials.grid(2),
          TestTrials.keeping(Recordings.of(Recording.GRADIENTS, Recording.LANDSCAPE)));
    }

    List<Recorded> read = new ArrayList<>();
    RunReader.open(folder.toString(), CONFIGURATION)
        .forEachTrial(Recordings.ALL, trial -> read.add(trial.recorded()));

    assertThat(read).containsExactly(Recorded.NOTHING, kept);
    assertThat(readTrials())
        .extracting(RecordedTrial::recorded)
        .containsExactly(Recorded.NOTHING, Recorded.NOTHING);
  }
}
