package org.bnsweep.nn;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Relu and Sigmoid, also where numbers overflowed. */
class ActivationLayersTest {

  @Test
  void reluCutsBelowZeroAndKeepsNaN() {
    double[] out =
        TestTensors.copy(
            new Relu()
                .forward(
                    TestTensors.row(
                        -2,
                        -0.0,
                        0,
                        3,
                        NaN,
                        POSITIVE_INFINITY,
                        NEGATIVE_INFINITY,
                        Double.MIN_VALUE)));

    assertThat(out).containsExactly(0, 0, 0, 3, NaN, POSITIVE_INFINITY, 0, Double.MIN_VALUE);
  }

  @Test
  void reluLetsTheGradientThroughWhereItIsAlive() {
    Relu relu = new Relu();
    relu.forward(TestTensors.row(-2, 0, 3, Double.MIN_VALUE, 1e300));

    assertThat(TestTensors.copy(relu.backward(TestTensors.row(7, 7, -7, 8, 9))))
        .containsExactly(0, 0, -7, 8, 9);
  }

  @Test
  void deadUnitsHaveNoGradientEvenIfItIsInfiniteOrNaN() {
    Relu relu = new Relu();
    relu.forward(TestTensors.row(-1, -1, -1, 1, 1, 1, 0));

    assertThat(
            TestTensors.copy(
                relu.backward(
                    TestTensors.row(
                        POSITIVE_INFINITY,
                        NEGATIVE_INFINITY,
                        NaN,
                        POSITIVE_INFINITY,
                        NEGATIVE_INFINITY,
                        NaN,
                        NaN))))
        .containsExactly(0, 0, 0, POSITIVE_INFINITY, NEGATIVE_INFINITY, NaN, 0);
  }

  /** NumPy's mask is {@code x <= 0}, which NaN is not. */
  @Test
  void reluLetsTheGradientThroughWhereItsInputWasNaN() {
    Relu relu = new Relu();
    relu.forward(TestTensors.row(NaN, -1, 2));

    assertThat(TestTensors.copy(relu.backward(TestTensors.row(5, NaN, 6))))
        .containsExactly(5, 0, 6);
    assertThat(TestTensors.copy(relu.backward(TestTensors.row(5, 4, 6)))).containsExactly(5, 0, 6);
  }

  @Test
  void reluRepairsOneSampleOfMany() {
    Relu relu = new Relu();
    relu.forward(Tensor.of(new double[] {1, -1, 1, 1, -1, 1}, 3, 2));

    assertThat(
            TestTensors.copy(
                relu.backward(Tensor.of(new double[] {1, 2, 3, 4, POSITIVE_INFINITY, 6}, 3, 2))))
        .containsExactly(1, 0, 3, 4, 0, 6);
  }

  @Test
  void sigmoidGivesTheLogisticFunction() {
    double[] out =
        TestTensors.copy(
            new Sigmoid()
                .forward(
                    TestTensors.row(
                        0, 1, -1, 40, -800, POSITIVE_INFINITY, NEGATIVE_INFINITY, NaN)));

    assertThat(out)
        .containsExactly(
            new double[] {0.5, 0.7310585786300049, 0.2689414213699951, 1, 0, 1, 0, NaN},
            within(1e-15));
  }

  @Test
  void sigmoidGoesBackByItsSlope() {
    Sigmoid sigmoid = new Sigmoid();
    sigmoid.forward(TestTensors.row(0, 1, -1, 800));

    assertThat(TestTensors.copy(sigmoid.backward(TestTensors.row(4, 1, -2, 5))))
        .containsExactly(
            new double[] {1, 0.19661193324148185, -0.3932238664829637, 0}, within(1e-15));
  }
}
