package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layer Normalization and that by the root mean square: what they do to the units of a sample. */
class RowNormsTest {
  private static final double EPSILON = 1e-3;

  static Stream<NormLayer> layers() {
    return Stream.of(new LayerNorm(1, 5, EPSILON), new RmsNorm(1, 5, EPSILON));
  }

  @Test
  void layerNormLeavesMeanZeroAndVarianceOneInEverySample() {
    Tensor x = TestTensors.random(1, 7, 30);
    double[] out = TestTensors.copy(new LayerNorm(1, 30, EPSILON).forward(x));

    for (int i = 0; i < 7; i++) {
      double variance = variance(x.values(), i, mean(x.values(), i));
      assertThat(mean(out, i)).isCloseTo(0, offset(1e-14));
      assertThat(variance(out, i, 0)).isCloseTo(variance / (variance + EPSILON), offset(1e-13));
    }
  }

  @Test
  void rmsNormLeavesTheMeanAndMakesTheMeanSquareOne() {
    RmsNorm norm = new RmsNorm(1, 2, EPSILON);
    norm.gamma().write(new double[] {2, -1});

    double rms = Math.sqrt((9 + 16) / 2.0 + EPSILON);
    assertThat(TestTensors.copy(norm.forward(Tensor.of(new double[] {3, 4}, 1, 2))))
        .containsExactly(new double[] {6 / rms, -4 / rms}, within(1e-15));
  }

  @Test
  void layerNormAnswersBetaWhereAllUnitsAreEqual() {
    LayerNorm norm = new LayerNorm(1, 3, EPSILON);
    norm.beta().write(new double[] {1, 2, 3});
    LayerNorm single = new LayerNorm(1, 1, EPSILON);
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
      double[] row = new double[5];
      double[] expected = new double[5];
      System.arraycopy(x.values(), 5 * i, row, 0, 5);
      System.arraycopy(all, 5 * i, expected, 0, 5);
      assertThat(TestTensors.copy(norm.forward(TestTensors.row(row)))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void inputGradientIsThatOfCentralDifferences(NormLayer norm) {
    Tensor x = TestTensors.random(5, 6, 5);
    Tensor dout = TestTensors.random(6, 6, 5);
    norm.parameters().get(0).write(new double[] {1.5, -2, 0.3, 1, 0.7});
    norm.forward(x);
    double[] dx = TestTensors.copy(norm.backward(dout));

    for (int i = 0; i < x.size(); i++) {
      double original = x.values()[i];
      x.values()[i] = original + 1e-5;
      double above = dot(norm.forward(x), dout);
      x.values()[i] = original - 1e-5;
      double below = dot(norm.forward(x), dout);
      x.values()[i] = original;
      assertThat(dx[i]).isCloseTo((above - below) / 2e-5, offset(1e-7));
    }
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

  private static double dot(Tensor a, Tensor b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += a.values()[i] * b.values()[i];
    }
    return sum;
  }

  private static double mean(double[] v, int row) {
    double sum = 0;
    for (int j = 0; j < 30; j++) {
      sum += v[30 * row + j];
    }
    return sum / 30;
  }

  private static double variance(double[] v, int row, double mean) {
    double sum = 0;
    for (int j = 0; j < 30; j++) {
      sum += (v[30 * row + j] - mean) * (v[30 * row + j] - mean);
    }
    return sum / 30;
  }
}
