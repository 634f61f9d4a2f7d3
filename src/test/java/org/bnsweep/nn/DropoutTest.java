package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.bnsweep.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {

  /** NumPy's rand after seed 9: 0.010 0.502 0.496, 0.134 0.142 0.219; then 0.419 0.248 0.084. */
  @Test
  void keepsWhatIsDrawnAboveTheRatioRowByRow() {
    Dropout dropout = new Dropout(0.2, new NumpyRandom(9));

    Tensor first = dropout.forward(Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));

    assertThat(TestTensors.copy(first)).containsExactly(0, 2, 3, 0, 0, 6);
    assertThat(TestTensors.copy(dropout.backward(Tensor.of(new double[] {7, 7, 7, 7, 7, 7}, 2, 3))))
        .containsExactly(0, 7, 7, 0, 0, 7);
    assertThat(TestTensors.copy(dropout.forward(TestTensors.row(1, 2, 3))))
        .containsExactly(1, 2, 0);
  }

  @Test
  void drawsOneNumberForEveryActivation() {
    NumpyRandom random = new NumpyRandom(9);
    new Dropout(0.2, random).forward(TestTensors.random(1, 2, 3));

    assertThat(random.rand()).isEqualTo(0.41850818051045247);
  }

  @Test
  void drawsNothingInInferenceAndScalesInstead() {
    NumpyRandom random = new NumpyRandom(9);

    assertThat(TestTensors.copy(new Dropout(0.25, random).evaluate(TestTensors.row(4, -8, 1e-300))))
        .containsExactly(3, -6, 0.75e-300);
    assertThat(random.rand()).isEqualTo(0.010374153885699955);
  }

  @Test
  void dropsTheShareAskedFor() {
    Tensor ones = Tensor.of(new double[20_000], 20_000, 1);
    Arrays.fill(ones.values(), 1);
    double kept = 0;
    for (double v : TestTensors.copy(new Dropout(0.3, new NumpyRandom(1)).forward(ones))) {
      kept += v;
    }

    assertThat(kept / 20_000).isBetween(0.69, 0.71); // three standard deviations are 0.0097
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void refusesARatioOutsideItsRange(double ratio) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dropout(ratio, new NumpyRandom(0)))
        .withMessage("dropout is " + ratio + ", must be in [0, 1)");
  }
}
