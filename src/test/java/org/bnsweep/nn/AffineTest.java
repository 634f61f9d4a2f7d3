package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AffineTest {
  private static final double[] X = {1, 2, 3, 4, 5, 6};
  private static final double[] W = {1, -1, 0, 2, 3, 0.5};
  private static final double[] DOUT = {1, 0, -1, 2};

  private static Affine affine(double weightDecay) {
    Affine affine = new Affine(2, 3, 2, weightDecay);
    affine.weights().write(W);
    affine.bias().write(new double[] {0.5, -0.5});
    return affine;
  }

  @Test
  void multipliesAndAdds() {
    try (Affine affine = affine(0)) {
      assertThat(affine.weights().name()).isEqualTo("W2");
      assertThat(affine.bias().name()).isEqualTo("b2");
      assertThat(TestTensors.copy(affine.forward(Tensor.of(X, 2, 3))))
          .containsExactly(10.5, 4, 22.5, 8.5);
    }
  }

  @Test
  void goesBackToInputWeightsAndBias() {
    try (Affine affine = affine(0)) {
      affine.forward(Tensor.of(X, 2, 3));

      assertThat(TestTensors.copy(affine.backward(Tensor.of(DOUT, 2, 2))))
          .containsExactly(1, 0, 3, -3, 4, -2);
      assertThat(TestTensors.gradient(affine.weights())).containsExactly(-3, 8, -3, 10, -3, 12);
      assertThat(TestTensors.gradient(affine.bias())).containsExactly(0, 2);
    }
  }

  @Test
  void addsTheDecayToTheWeightsGradientAndNotToTheBias() {
    try (Affine affine = affine(0.5)) {
      affine.forward(Tensor.of(X, 2, 3));
      affine.backward(Tensor.of(DOUT, 2, 2));

      assertThat(TestTensors.gradient(affine.weights()))
          .containsExactly(-2.5, 7.5, -3, 11, -1.5, 12.25);
      assertThat(TestTensors.gradient(affine.bias())).containsExactly(0, 2);
      assertThat(affine.weights().penalty()).isEqualTo(0.25 * 15.25);
    }
  }

  @Test
  void descendsByTheGradientThatItReports() {
    try (Affine affine = affine(0.5)) {
      affine.forward(Tensor.of(X, 2, 3));
      affine.backward(Tensor.of(DOUT, 2, 2));
      double[] expected = new double[W.length];
      double[] gradient = TestTensors.gradient(affine.weights());
      for (int i = 0; i < expected.length; i++) {
        expected[i] = W[i] - 0.1 * gradient[i];
      }

      affine.weights().descend(0.1);
      affine.bias().descend(0.1);

      assertThat(TestTensors.values(affine.weights())).containsExactly(expected, within(1e-15));
      assertThat(TestTensors.values(affine.bias())).containsExactly(0.5, -0.7);
    }
  }
}
