package org.bnsweep.nn;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxCrossEntropyTest {

  @Test
  void probabilitiesSumToOneAndShiftOfLogitsDoesNotMatter() {
    Tensor logits = TestTensors.random(1, 6, 10);
    double[] p = TestTensors.copy(new SoftmaxCrossEntropy().probabilities(logits));
    for (int i = 0; i < 6; i++) {
      assertThat(DoubleStream.of(p).skip(i * 10L).limit(10).sum()).isCloseTo(1, offset(1e-15));
    }
    for (int i = 0; i < 60; i++) {
      logits.values()[i] += 1000;
    }

    assertThat(TestTensors.copy(new SoftmaxCrossEntropy().probabilities(logits)))
        .containsExactly(p, within(1e-13));
  }

  /** -log(0.25 + 1e-7) and -log(0.75 + 1e-7), halved. */
  @Test
  void lossIsTheMeanOfTheTargetsLogarithms() {
    Tensor logits = Tensor.of(new double[] {0, Math.log(3), 0, Math.log(3)}, 2, 2);
    SoftmaxCrossEntropy output = new SoftmaxCrossEntropy();

    assertThat(output.forward(logits, new int[] {0, 1}))
        .isCloseTo(-(Math.log(0.2500001) + Math.log(0.7500001)) / 2, offset(1e-15));
    assertThat(TestTensors.copy(output.backward(new int[] {0, 1})))
        .containsExactly(new double[] {-0.375, 0.375, 0.125, -0.125}, within(1e-15));
  }

  @Test
  void indicesAndOneHotRowsGiveTheSameLossAndGradient() {
    Tensor logits = TestTensors.random(2, 7, 10);
    int[] labels = {3, 0, 9, 9, 1, 5, 4};
    double[] rows = new double[70];
    for (int i = 0; i < 7; i++) {
      rows[i * 10 + labels[i]] = 1;
    }
    Tensor oneHot = Tensor.of(rows, 7, 10);
    SoftmaxCrossEntropy byIndex = new SoftmaxCrossEntropy();
    SoftmaxCrossEntropy byRow = new SoftmaxCrossEntropy();

    assertThat(byRow.forward(logits, oneHot)).isEqualTo(byIndex.forward(logits, labels));
    assertThat(TestTensors.copy(byRow.backward(oneHot)))
        .isEqualTo(TestTensors.copy(byIndex.backward(labels)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {NaN, POSITIVE_INFINITY})
  void lossIsNaNWhereALogitIsNaNOrPlusInfinity(double bad) {
    Tensor logits = TestTensors.row(1, bad, 2);
    SoftmaxCrossEntropy output = new SoftmaxCrossEntropy();

    assertThat(output.forward(logits, new int[] {0})).isNaN();
    assertThat(TestTensors.copy(output.backward(new int[] {0}))).contains(NaN);
  }

  @Test
  void lossIsNaNWhereAllLogitsAreMinusInfinity() {
    Tensor logits = TestTensors.row(NEGATIVE_INFINITY, NEGATIVE_INFINITY);

    assertThat(new SoftmaxCrossEntropy().forward(logits, new int[] {0})).isNaN();
  }

  /** The epsilon in the logarithm bounds it. */
  @Test
  void lossIsFiniteWhereOneLogitIsMinusInfinity() {
    SoftmaxCrossEntropy output = new SoftmaxCrossEntropy();

    assertThat(output.forward(TestTensors.row(NEGATIVE_INFINITY, 0), new int[] {0}))
        .isCloseTo(-Math.log(1e-7), offset(1e-12));
    assertThat(TestTensors.copy(output.backward(new int[] {0}))).containsExactly(-1, 1);
  }

  @Test
  void refusesLabelsThatAreNoClassAndTooFewOfThem() {
    SoftmaxCrossEntropy output = new SoftmaxCrossEntropy();
    Tensor logits = TestTensors.random(1, 2, 10);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> output.forward(logits, new int[] {0, 10}))
        .withMessage("label 10 of sample 1 is not in 0..9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> output.forward(logits, new int[] {-1, 0}))
        .withMessage("label -1 of sample 0 is not in 0..9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> output.forward(logits, new int[] {0}))
        .withMessage("1 labels for 2 rows of logits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> output.forward(logits, TestTensors.random(1, 2, 9)))
        .withMessage("logits are Tensor[2, 10], one-hot targets are Tensor[2, 9]");
  }
}
