package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.bnsweep.nn.TestTensors.mean;
import static org.bnsweep.nn.TestTensors.variance;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layer Normalization and that by the root mean square: what they do to the units of a sample. */
class RowNormsTest {
  private static final double EPSILON = 1e-3;

  static Stream<NormLayer> layers() {
    return Stream.of(
        new LayerNorm(1, 5, EPSILON, new Workspace()), new RmsNorm(1, 5, EPSILON, new Workspace()));
  }

  @Test
  void layerNormLeavesMeanZeroAndVarianceOneInEverySample() {
    Tensor x = TestTensors.random(1, 7, 30);
    double[] out = TestTensors.copy(new LayerNorm(1, 30, EPSILON, new Workspace()).forward(x));

    for (int i = 0; i < 7; i++) {
      double variance = variance(TestTensors.row(x.values(), i, 30));
      double[] row = TestTensors.row(out, i, 30);
      assertThat(mean(row)).isCloseTo(0, offset(1e-14));
      assertThat(variance(row)).isCloseTo(variance / (variance + EPSILON), offset(1e-13));
    }
  }

  @Test
  void rmsNormLeavesTheMeanAndMakesTheMeanSquareOne() {
    RmsNorm norm = new RmsNorm(1, 2, EPSILON, new Workspace());
    norm.gamma().write(new double[] {2, -1});

    double rms = Math.sqrt((9 + 16) / 2.0 + EPSILON);
    assertThat(TestTensors.copy(norm.forward(Tensor.of(new double[] {3, 4}, 1, 2))))
        .containsExactly(new double[] {6 / rms, -4 / rms}, within(1e-15));
  }

  @Test
  void layerNormAnswersBetaWhereAllUnitsAreEqual() {
    LayerNorm norm = new LayerNorm(1, 3, EPSILON, new Workspace());
    norm.beta().write(new double[] {1, 2, 3});
    LayerNorm single = new LayerNorm(1, 1, EPSILON, new Workspace());
    single.beta().write(new double[] {0.5});

    assertThat(TestTensors.copy(norm.forward(TestTensors.row(8, 8, 8)))).containsExactly(1, 2, 3);
    assertThat(TestTensors.copy(single.forward(TestTensors.row(8)))).containsExactly(0.5);
    assertThat(TestTensors.copy(single.backward(TestTensors.row(3)))).containsExactly(0);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void treatASampleAloneAsInABatchAndInInferenceAsInTraining(NormLayer norm) {
    Tensor x = TestTensors.random(3, 4, 5);
    double[] all = TestTensors.copy(norm.forward(x));

    assertThat(TestTensors.copy(norm.evaluate(x))).isEqualTo(all);
    for (int i = 0; i < 4; i++) {
      Tensor alone = TestTensors.row(TestTensors.row(x.values(), i, 5));
      assertThat(TestTensors.copy(norm.forward(alone))).isEqualTo(TestTensors.row(all, i, 5));
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void inputGradientIsThatOfCentralDifferences(NormLayer norm) {
    Tensor x = TestTensors.random(5, 6, 5);
    Tensor dout = TestTensors.random(6, 6, 5);
    norm.parameters().get(0).write(new double[] {1.5, -2, 0.3, 1, 0.7});

    TestTensors.assertInputGradient(norm, x, dout, 1e-7);
  }

  /** The squares of 1e160 overflow: a sample becomes 0 in both, as in NumPy. */
  @ParameterizedTest
  @MethodSource("layers")
  void overflowsToZeroAndStaysNaN(NormLayer norm) {
    assertThat(TestTensors.copy(norm.forward(TestTensors.row(1e160, -1e160, 0, 0, 0))))
        .containsExactly(new double[5], within(0.0));
    assertThat(TestTensors.copy(norm.forward(TestTensors.row(1, 2, Double.NaN, 4, 5))))
        .containsOnly(Double.NaN);
  }

  /** The variance is infinite: 1e200 * 1e160 over it is not 0 but NaN, of its own sample alone. */
  @Test
  void layerNormsGradientOverflowsWhereTheBooksChainDoes() {
    LayerNorm norm = new LayerNorm(1, 2, EPSILON, new Workspace());
    norm.forward(Tensor.of(new double[] {3, 4, 1e160, -1e160, 1e160, -1e160}, 3, 2));

    double[] dx =
        TestTensors.copy(norm.backward(Tensor.of(new double[] {1, 1, 3, 4, 3, 1e200}, 3, 2)));

    assertThat(dx).containsExactly(0, 0, 0, 0, Double.NaN, Double.NaN);
  }

  /** Its formula has xn, which is 0, in place of x. */
  @Test
  void rmsNormsGradientIsZeroWhereTheSquaresOverflow() {
    RmsNorm norm = new RmsNorm(1, 2, EPSILON, new Workspace());
    norm.forward(TestTensors.row(1e160, -1e160));

    assertThat(TestTensors.copy(norm.backward(TestTensors.row(3, 1e200)))).containsExactly(0, 0);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void areTheSameOnBothSidesOfTheSwitchToTheBooksChain(NormLayer norm) {
    Tensor dout = TestTensors.random(6, 6, 5);
    double[] below = TestTensors.inputGradientAtScale(norm, 1e69, dout);
    double[] above = TestTensors.inputGradientAtScale(norm, 1e71, dout);

    for (int i = 0; i < below.length; i++) {
      assertThat(above[i] * 100).isCloseTo(below[i], withinPercentage(1e-10));
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void startAnewOnReset(NormLayer norm) {
    for (VectorParameter parameter : norm.parameters()) {
      parameter.write(new double[] {9, 9, 9, 9, 9});
    }
    norm.reset();

    assertThat(TestTensors.values(norm.parameters().get(0))).containsOnly(1);
    norm.parameters().stream()
        .skip(1)
        .forEach(beta -> assertThat(TestTensors.values(beta)).containsOnly(0));
  }
}
