package org.bnsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.stats.SweepSummary.LargestLearningRate;
import org.bnsweep.stats.SweepSummary.OfKind;
import org.bnsweep.stats.SweepSummary.Range;
import org.bnsweep.stats.SweepSummary.TrainableRange;
import org.bnsweep.store.TestTrials;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;

class SweepAnswersTest {
  private final SweepStatistics statistics = new SweepStatistics();
  private int trials;

  private void add(double scale, double rate, long seed, double bn, double plain) {
    add(TestTrials.settings(scale, rate, seed), TestTrials.curve(bn), TestTrials.curve(plain));
  }

  private void add(Hyperparameters settings, NetworkCurve bn, NetworkCurve plain) {
    Trial trial = new Trial(TestTrials.id(trials), settings);
    TrialResult result = new TrialResult(trial, Outcomes.trained(new PairCurves(bn, plain)), 1);
    trials++;
    statistics.add(trial, PairFigures.of(result.outcome()));
  }

  private TrainableRange half() {
    return SweepAnswers.of(statistics).trainableRanges().get(0);
  }

  @Test
  void measuresTheLongestRunOfScalesThatTrain() {
    add(1, 0.01, 0, 0.6, 0.1);
    add(0.1, 0.01, 0, 0.95, 0.1);
    add(0.01, 0.01, 0, 0.4, 0.5);
    add(0.001, 0.01, 0, 0.7, 0.1);

    List<TrainableRange> ranges = SweepAnswers.of(statistics).trainableRanges();

    assertThat(ranges).hasSize(2);
    assertThat(ranges.get(0).accuracy()).isEqualTo(0.5);
    assertThat(ranges.get(0).groups()).isEqualTo(1);
    assertThat(ranges.get(0).testedDecades()).isCloseTo(3, within(1e-12));
    assertThat(ranges.get(0).bn()).isEqualTo(new Range(1, 0.1, 1.0));
    assertThat(ranges.get(0).plain()).isEqualTo(new Range(0, 0.01, 0.01));
    assertThat(ranges.get(1).accuracy()).isEqualTo(0.9);
    assertThat(ranges.get(1).bn()).isEqualTo(new Range(0, 0.1, 0.1));
    assertThat(ranges.get(1).plain()).isEqualTo(new Range(0, null, null));
  }

  @Test
  void aSettingWhoseTrialsAllFailedWasNotTested() {
    add(1, 0.01, 0, 0.6, 0.1);
    addFailed(0.1, 0.01);
    add(0.01, 0.01, 0, 0.7, 0.1);
    addFailed(0.001, 0.01);
    addFailed(1, 10);
    addFailed(0.1, 10);

    assertThat(half().groups()).isEqualTo(1);
    assertThat(half().testedDecades()).isCloseTo(2, within(1e-12));
    assertThat(half().bn()).isEqualTo(new Range(2, 0.01, 1.0));
    assertThat(SweepAnswers.of(statistics).largestLearningRates().get(0).tested()).isEqualTo(0.01);
  }

  @Test
  void hasNoAnswerWhereEveryTrialFailed() {
    addFailed(1, 0.01);

    assertThat(SweepAnswers.of(statistics).trainableRanges()).isEmpty();
    assertThat(SweepAnswers.of(statistics).largestLearningRates()).isEmpty();
  }

  private void addFailed(double scale, double rate) {
    addFailed(TestTrials.settings(scale, rate, 0));
  }

  private void addFailed(Hyperparameters settings) {
    Trial trial = new Trial(TestTrials.id(trials), settings);
    TrialResult result = new TrialResult(trial, new TrialResult.Failed("no memory"), 1);
    trials++;
    statistics.add(trial, PairFigures.of(result.outcome()));
  }

  @Test
  void asksHalfOfTheSeeds() {
    for (long seed = 0; seed < 4; seed++) {
      add(1, 0.01, seed, seed < 2 ? 0.5 : 0.1, seed < 1 ? 0.5 : 0.1);
    }

    assertThat(half().bn().from()).isEqualTo(1.0);
    assertThat(half().plain().from()).isNull();
  }

  @Test
  void takesTheLowerMedianOfGroups() {
    for (double rate : new double[] {0.1, 0.2, 0.3, 0.4}) {
      add(1, rate, 0, 0.6, rate < 0.35 ? 0.1 : 0.6);
      add(0.1, rate, 0, rate < 0.25 ? 0.1 : 0.6, 0.1);
      add(0.01, rate, 0, rate < 0.35 ? 0.1 : 0.6, 0.1);
    }

    assertThat(half().groups()).isEqualTo(4);
    assertThat(half().bn()).isEqualTo(new Range(0, 1.0, 1.0));
    assertThat(half().plain()).isEqualTo(new Range(0, null, null));
  }

  @Test
  void leavesOutScalesThatAreNoNumberOrZero() {
    Hyperparameters he = TestTrials.settings(1, 0.01, 0);
    add(
        Hyperparameters.builder()
            .weightScale(new WeightScale(WeightScale.Init.HE, Double.NaN))
            .learningRate(he.learningRate())
            .batchSize(he.batchSize())
            .hidden(he.hidden())
            .activation(he.activation())
            .dropout(he.dropout())
            .weightDecay(he.weightDecay())
            .optimizer(he.optimizer())
            .build(),
        TestTrials.curve(0.9),
        TestTrials.curve(0.9));
    add(0, 0.01, 0, 0.9, 0.9);

    assertThat(SweepAnswers.of(statistics).trainableRanges()).isEmpty();
  }

  @Test
  void findsTheLargestLearningRateThatTrains() {
    add(1, 0.01, 0, 0.6, 0.6);
    add(1, 0.1, 0, 0.95, 0.4);
    add(1, 1, 0, 0.4, 0.1);

    assertThat(SweepAnswers.of(statistics).largestLearningRates())
        .containsExactly(
            new LargestLearningRate(0.5, 1, 0.1, 0.01), new LargestLearningRate(0.9, 1, 0.1, null));
  }

  @Test
  void meansTheGapOverPairsThatBothTrain() {
    add(TestTrials.settings(1, 0.01, 0), point(1, 0.75), point(1, 0.5));
    add(TestTrials.settings(1, 0.01, 1), point(0.75, 0.75), point(0.5, 0.25));
    add(TestTrials.settings(1, 0.01, 2), point(1, 0), point(0.1, 0.1));

    assertThat(SweepAnswers.of(statistics).generalizationGap())
        .isEqualTo(new SweepSummary.Gap(2, 0.125, 0.375));
  }

  @Test
  void tellsNormalizationsApartWhereThereAreSeveral() {
    for (double scale : new double[] {1, 0.1, 0.01}) {
      add(kind(NormalizationKind.BATCH, scale, 0.1), 0.95, 0.1);
      add(kind(NormalizationKind.LAYER, scale, 0.01), scale < 0.5 ? 0.6 : 0.2, 0.1);
    }
    for (double scale : new double[] {1, 0.1}) {
      add(
          kind(NormalizationKind.LAYER, scale, 0.1),
          TestTrials.divergedCurve(0, 0.1),
          TestTrials.divergedCurve(0, 0.1));
    }
    addFailed(kind(NormalizationKind.RMS, 1, 0.01));

    SweepSummary summary = SweepAnswers.of(statistics);

    Map<NormalizationKind, OfKind> kinds = summary.kinds();
    assertThat(summary.normalizations()).containsOnlyKeys("batch", "layer", "rms");
    assertThat(kinds.keySet()).containsExactly(NormalizationKind.values());
    OfKind batch = kinds.get(NormalizationKind.BATCH);
    assertThat(batch.trials()).isEqualTo(3);
    assertThat(batch.diverged()).isEqualTo(new SweepSummary.Both<>(0L, 0L));
    assertThat(batch.range(0.9).orElseThrow().bn()).isEqualTo(new Range(2, 0.01, 1.0));
    assertThat(batch.rate(0.5)).contains(new LargestLearningRate(0.5, 0.1, 0.1, null));
    OfKind layer = kinds.get(NormalizationKind.LAYER);
    assertThat(layer.trials()).isEqualTo(5);
    assertThat(layer.diverged()).isEqualTo(new SweepSummary.Both<>(2L, 2L));
    // Of two groups, the lower median: nothing trains at a learning rate of 0.1.
    assertThat(layer.range(0.5).orElseThrow().groups()).isEqualTo(2);
    assertThat(layer.range(0.5).orElseThrow().bn()).isEqualTo(new Range(0, null, null));
    assertThat(layer.rate(0.5)).contains(new LargestLearningRate(0.5, 0.1, 0.01, null));
    assertThat(kinds.get(NormalizationKind.RMS))
        .isEqualTo(new OfKind(0, new SweepSummary.Both<>(0L, 0L), List.of(), List.of()));
    assertThat(summary.trials()).isEqualTo(8);
    assertThat(summary.diverged()).isEqualTo(new SweepSummary.Both<>(2L, 2L));
    assertThat(half().groups()).isEqualTo(3);
    assertThat(half().bn()).isEqualTo(new Range(1, 0.01, 0.1));
    assertThat(summary.largestLearningRates().get(0).bn()).isEqualTo(0.1);
  }

  @Test
  void saysNothingTwiceOfOneNormalization() {
    add(kind(NormalizationKind.LAYER, 1, 0.1), 0.95, 0.1);

    assertThat(SweepAnswers.of(statistics).normalizations()).isEmpty();
  }

  private static Hyperparameters kind(NormalizationKind kind, double scale, double rate) {
    return TestTrials.settings(scale, rate, 0).with(Hyperparameter.NORMALIZATION, kind);
  }

  private void add(Hyperparameters settings, double normalized, double plain) {
    add(settings, TestTrials.curve(normalized), TestTrials.curve(plain));
  }

  private static NetworkCurve point(double train, double test) {
    return new NetworkCurve(List.of(new Point(0, 0, 1, train, test)), NetworkCurve.NEVER);
  }

  @Test
  void hasNoGapWithoutATestSet() {
    add(1, 0.01, 0, 0.6, 0.6);

    assertThat(SweepAnswers.of(statistics).generalizationGap()).isNull();
  }

  @Test
  void namesTheBestTrialsAndCountsTheDiverged() {
    add(1, 0.01, 0, 0.6, 0.3);
    add(0.1, 0.01, 0, 0.6, 0.4);
    add(
        TestTrials.settings(0.01, 0.01, 0),
        TestTrials.curve(0.2),
        TestTrials.divergedCurve(0, 0.1));

    SweepSummary summary = SweepAnswers.of(statistics);

    assertThat(summary.trials()).isEqualTo(3);
    assertThat(summary.best().bn()).isEqualTo(new SweepSummary.Best(TestTrials.id(0), 0.6, 0));
    assertThat(summary.best().plain()).isEqualTo(new SweepSummary.Best(TestTrials.id(1), 0.4, 0));
    assertThat(summary.diverged()).isEqualTo(new SweepSummary.Both<>(0L, 1L));
  }
}
