package org.bnsweep.nn;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PredictionsTest {

  private static int answer(double... logits) {
    return Predictions.answer(TestTensors.row(logits), 0);
  }

  @Test
  void isTheClassOfTheLargest() {
    assertThat(answer(0, 3, 2)).isEqualTo(1);
    assertThat(answer(-5, -4, -3)).isEqualTo(2);
    assertThat(answer(1, NEGATIVE_INFINITY, POSITIVE_INFINITY)).isEqualTo(2);
  }

  @Test
  void isTheFirstOfEquals() {
    assertThat(answer(1, 2, 2)).isEqualTo(1);
    assertThat(answer(-0.0, 0.0)).isZero();
    assertThat(answer(NEGATIVE_INFINITY, NEGATIVE_INFINITY)).isZero();
  }

  @Test
  void isTheFirstNaN() {
    assertThat(answer(NaN, NaN, NaN)).isZero();
    assertThat(answer(POSITIVE_INFINITY, 5, NaN, NaN)).isEqualTo(2);
  }

  @Test
  void countsTheRowsThatAnswerTheirLabel() {
    Tensor logits = Tensor.of(new double[] {0, 1, 1, 0, 0, 1, NaN, 9}, 4, 2);
    int[] labels = {9, 9, 1, 1, 1, 0};

    assertThat(Predictions.correct(logits, labels, 2)).isEqualTo(3);
  }

  @Test
  void seesNaNAndInfinityInAnyRowAndNothingBehindThem() {
    assertThat(Predictions.finite(Tensor.of(new double[] {1, -1e308, 0, NaN}, 1, 3))).isTrue();
    assertThat(Predictions.finite(Tensor.of(new double[] {1, 2, 3, NaN}, 2, 2))).isFalse();
    assertThat(Predictions.finite(TestTensors.row(1, POSITIVE_INFINITY))).isFalse();
    assertThat(Predictions.finite(TestTensors.row(NEGATIVE_INFINITY, 1))).isFalse();
  }
}
