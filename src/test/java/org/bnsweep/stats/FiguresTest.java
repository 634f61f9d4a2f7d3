package org.bnsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bnsweep.store.TestTrials;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void summarizesACurve() {
    CurveFigures figures = CurveFigures.of(TestTrials.curve(0.25, 0.5, 0.75, 0.75, 0.5));

    assertThat(Stream.of(Figure.values()).map(figures::of))
        .containsExactly(0.5, 0.75, 2.0, 1.0, Double.NaN, 0.55, Double.NaN, Double.NaN);
    assertThat(figures.epoch(Figure.FIRST_EPOCH_50)).hasValue(1);
    assertThat(figures.epoch(Figure.FIRST_EPOCH_90)).isEmpty();
    assertThat(figures.reached(Threshold.HALF)).isTrue();
    assertThat(figures.reached(Threshold.NINETY)).isFalse();
    assertThat(figures.divergedEpoch()).isEmpty();
  }

  @Test
  void everyThresholdHasAFigureAndAPercentage() {
    assertThat(Threshold.values())
        .allSatisfy(
            threshold ->
                assertThat(threshold.firstEpoch().word())
                    .isEqualTo("first_epoch_" + threshold.percent()));
  }

  @Test
  void countsAThresholdMetExactly() {
    CurveFigures figures = CurveFigures.of(TestTrials.curve(0.4999, 0.9));

    assertThat(figures.epoch(Figure.FIRST_EPOCH_50)).hasValue(1);
    assertThat(figures.epoch(Figure.FIRST_EPOCH_90)).hasValue(1);
  }

  @Test
  void hasTestFiguresWhenThereIsATestSet() {
    NetworkCurve curve =
        new NetworkCurve(
            List.of(
                new Point(0, 0, 2, 0.5, 0.25),
                new Point(1, 2, 2, 0.75, 0.5),
                new Point(2, 4, 2, 1, 0.375)),
            NetworkCurve.NEVER);

    CurveFigures figures = CurveFigures.of(curve);

    assertThat(figures.of(Figure.FINAL_TEST_ACCURACY)).isEqualTo(0.375);
    assertThat(figures.of(Figure.BEST_TEST_ACCURACY)).isEqualTo(0.5);
    assertThat(figures.generalizationGap()).isEqualTo(0.625);
  }

  @Test
  void refusesACurveWithoutPoints() {
    assertThatThrownBy(() -> CurveFigures.of(new NetworkCurve(List.of(), NetworkCurve.NEVER)))
        .hasMessage("a curve without points has no figures");
  }

  private static PairFigures pair(NetworkCurve bn, NetworkCurve plain) {
    return PairFigures.of(new PairCurves(bn, plain));
  }

  @Test
  void subtractsPlainFromBn() {
    PairFigures figures = pair(TestTrials.curve(0.5, 0.75, 1), TestTrials.curve(0.25, 0.25, 0.5));

    assertThat(figures.difference(Figure.FINAL_ACCURACY)).isEqualTo(0.5);
    assertThat(figures.difference(Figure.BEST_ACCURACY)).isEqualTo(0.5);
    assertThat(figures.difference(Figure.FIRST_EPOCH_50)).isEqualTo(-2);
    assertThat(figures.difference(Figure.FIRST_EPOCH_90)).isNaN();
    assertThat(figures.difference(Figure.AREA_UNDER_CURVE))
        .isCloseTo(0.75 - 1 / 3.0, within(1e-15));
    assertThat(figures.difference(Figure.FINAL_TEST_ACCURACY)).isNaN();
    assertThat(figures.leadEpoch()).hasValue(0);
  }

  @Test
  void takesTheLeadAtTheEpochAfterWhichItNeverFallsBehind() {
    assertThat(pair(TestTrials.curve(0.9, 0.1, 0.5, 0.6), TestTrials.curve(0.2, 0.2, 0.5, 0.5)))
        .extracting(PairFigures::leadEpoch)
        .isEqualTo(OptionalInt.of(3));
    assertThat(pair(TestTrials.curve(0.1, 0.5, 0.6), TestTrials.curve(0.2, 0.4, 0.6)))
        .extracting(PairFigures::leadEpoch)
        .isEqualTo(OptionalInt.of(1));
    assertThat(pair(TestTrials.curve(0.9, 0.1), TestTrials.curve(0.2, 0.2)))
        .extracting(PairFigures::leadEpoch)
        .isEqualTo(OptionalInt.empty());
  }

  @Test
  void hasAnIntervalByStudentsT() {
    Moments moments = new Moments();
    for (double value : new double[] {1, 2, 3, 4, Double.NaN}) {
      moments.add(value);
    }

    Estimate estimate = moments.summary();

    assertThat(estimate.n()).isEqualTo(4);
    assertThat(estimate.mean()).isEqualTo(2.5);
    assertThat(estimate.deviation()).isCloseTo(Math.sqrt(5 / 3.0), within(1e-15));
    // 3.182446305 is the 97.5 % quantile for 3 degrees of freedom.
    double half = 3.182446305 * Math.sqrt(5 / 3.0) / 2;
    assertThat(estimate.low()).isCloseTo(2.5 - half, within(1e-8));
    assertThat(estimate.high()).isCloseTo(2.5 + half, within(1e-8));
  }

  @Test
  void hasNoSpreadOfOneNumberAndNoMeanOfNone() {
    Moments one = new Moments();
    one.add(0.5);

    assertThat(one.summary()).isEqualTo(new Estimate(1, 0.5, Double.NaN, Double.NaN, Double.NaN));
    assertThat(new Moments().summary().mean()).isNaN();
  }
}
