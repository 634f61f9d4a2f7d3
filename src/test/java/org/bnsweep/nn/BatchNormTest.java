package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.bnsweep.nn.TestTensors.mean;
import static org.bnsweep.nn.TestTensors.variance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchNormTest {

  /** The variance falls short of 1 by epsilon's share; the input's is near 1. */
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 5, 100, 257})
  void outputHasMeanZeroAndVarianceOneAtGammaOneAndBetaZero(int n) {
    Tensor x = TestTensors.random(n, n, 6);
    Tensor out = TestTensors.batchNorm(6).forward(x);

    for (int j = 0; j < 6; j++) {
      double variance = variance(TestTensors.column(x, j));
      assertThat(mean(TestTensors.column(out, j))).isCloseTo(0, offset(1e-12));
      assertThat(variance(TestTensors.column(out, j)))
          .isCloseTo(variance / (variance + Normalization.EPSILON), offset(1e-12));
    }
  }

  @Test
  void outputHasBetaAsMeanAndGammaAsDeviation() {
    BatchNorm norm = TestTensors.batchNorm(2);
    norm.gamma().write(new double[] {3, -0.5});
    norm.beta().write(new double[] {-1, 40});
    Tensor out = norm.forward(TestTensors.random(1, 200, 2));

    assertThat(mean(TestTensors.column(out, 0))).isCloseTo(-1, offset(1e-12));
    assertThat(mean(TestTensors.column(out, 1))).isCloseTo(40, offset(1e-12));
    assertThat(variance(TestTensors.column(out, 0))).isCloseTo(9, offset(1e-4));
    assertThat(variance(TestTensors.column(out, 1))).isCloseTo(0.25, offset(1e-5));
  }

  @Test
  void normalizesEveryActivationOfAnImageOnItsOwn() {
    Tensor x = TestTensors.random(2, 50, 1, 1, 2);
    for (int i = 0; i < 50; i++) {
      x.values()[2 * i] = 1000 + 30 * x.values()[2 * i]; // the same channel, another scale
    }
    Tensor out = TestTensors.batchNorm(2).forward(x);

    for (int j = 0; j < 2; j++) {
      assertThat(mean(TestTensors.column(out, j))).isCloseTo(0, offset(1e-11));
      assertThat(variance(TestTensors.column(out, j))).isCloseTo(1, offset(1e-5));
    }
  }

  @Test
  void answersBetaToABatchOfOne() {
    BatchNorm norm = TestTensors.batchNorm(3);
    norm.gamma().write(new double[] {2, 3, 4});
    norm.beta().write(new double[] {0.1, -0.2, 0.3});

    assertThat(TestTensors.copy(norm.forward(TestTensors.row(1e9, -5, 0))))
        .containsExactly(0.1, -0.2, 0.3);
    assertThat(TestTensors.copy(norm.backward(TestTensors.row(1, -2, 1e6))))
        .containsExactly(0, 0, 0);
    assertThat(norm.gamma().gradient()).containsExactly(0, 0, 0);
    assertThat(norm.beta().gradient()).containsExactly(1, -2, 1e6);
    assertThat(norm.runningVariance()).containsExactly(0, 0, 0);
  }

  @Test
  void answersBetaWhereAllSamplesAreEqual() {
    BatchNorm norm = TestTensors.batchNorm(1);
    norm.beta().write(new double[] {0.25});
    Tensor x = Tensor.of(new double[] {8, 8, 8, 8}, 4, 1);

    assertThat(TestTensors.copy(norm.forward(x))).containsOnly(0.25);
    assertThat(TestTensors.copy(norm.backward(Tensor.of(new double[] {1, 2, 3, 6}, 4, 1))))
        .containsExactly(new double[] {-2000, -1000, 0, 3000}, within(1e-9));
  }

  /** 0.9^300 is 2e-14 of the start. */
  @Test
  void runningAveragesConvergeToTheBatch() {
    BatchNorm norm = TestTensors.batchNorm(4);
    Tensor x = TestTensors.random(3, 20, 4);
    double[] trained = TestTensors.copy(norm.forward(x));
    for (int j = 0; j < 4; j++) {
      double[] column = TestTensors.column(x, j);
      assertThat(norm.runningMean()[j]).isCloseTo(0.1 * mean(column), offset(1e-15));
      assertThat(norm.runningVariance()[j]).isCloseTo(0.1 * variance(column), offset(1e-15));
    }
    for (int i = 0; i < 299; i++) {
      norm.forward(x);
    }

    for (int j = 0; j < 4; j++) {
      double[] column = TestTensors.column(x, j);
      assertThat(norm.runningMean()[j]).isCloseTo(mean(column), offset(1e-12));
      assertThat(norm.runningVariance()[j]).isCloseTo(variance(column), offset(1e-12));
    }
    assertThat(TestTensors.copy(norm.evaluate(x))).containsExactly(trained, within(1e-12));
  }

  @Test
  void inferenceLeavesTheRunningAverages() {
    BatchNorm norm = TestTensors.batchNorm(2);
    norm.forward(TestTensors.random(1, 10, 2));
    double[] mean = norm.runningMean();
    double[] variance = norm.runningVariance();

    norm.evaluate(TestTensors.random(2, 10, 2));

    assertThat(norm.runningMean()).isEqualTo(mean);
    assertThat(norm.runningVariance()).isEqualTo(variance);
  }

  /** Every sample's output depends on all samples, so this is the test of dmu and dstd. */
  @Test
  void inputGradientIsThatOfCentralDifferences() {
    Tensor x = TestTensors.random(5, 6, 3);
    Tensor dout = TestTensors.random(6, 6, 3);
    BatchNorm norm = TestTensors.batchNorm(3);
    norm.gamma().write(new double[] {1.5, -2, 0.3});

    TestTensors.assertInputGradient(norm, x, dout, 1e-8);
  }

  /** The squares of 1e160 overflow: all is 0 but for 1e200 * 1e160, which is infinite. */
  @Test
  void overflowsWhereTheBooksChainDoes() {
    BatchNorm norm = TestTensors.batchNorm(2);
    norm.beta().write(new double[] {1, 2});
    Tensor x = Tensor.of(new double[] {1e160, 1e160, -1e160, -1e160}, 2, 2);

    assertThat(TestTensors.copy(norm.forward(x))).containsExactly(1, 2, 1, 2);
    assertThat(TestTensors.copy(norm.backward(Tensor.of(new double[] {3, 1e200, 4, 1e200}, 2, 2))))
        .containsExactly(0, Double.NaN, 0, Double.NaN);
    assertThat(norm.runningVariance()).containsOnly(Double.POSITIVE_INFINITY);
  }

  @Test
  void isTheSameOnBothSidesOfTheSwitchToTheBooksChain() {
    Tensor dout = TestTensors.random(6, 6, 1);
    double[] below = TestTensors.inputGradientAtScale(TestTensors.batchNorm(1), 1e69, dout);
    double[] above = TestTensors.inputGradientAtScale(TestTensors.batchNorm(1), 1e71, dout);

    for (int i = 0; i < 6; i++) {
      assertThat(above[i] * 100).isCloseTo(below[i], withinPercentage(1e-10));
    }
  }

  @Test
  void startsAnewOnReset() {
    BatchNorm norm = TestTensors.batchNorm(2);
    norm.gamma().write(new double[] {2, 2});
    norm.beta().write(new double[] {3, 3});
    norm.forward(TestTensors.random(1, 10, 2));

    norm.reset();

    assertThat(TestTensors.values(norm.gamma())).containsExactly(1, 1);
    assertThat(TestTensors.values(norm.beta())).containsExactly(0, 0);
    assertThat(norm.runningMean()).containsExactly(0, 0);
    assertThat(norm.runningVariance()).containsExactly(0, 0);
  }
}
