package org.bnsweep.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.bnsweep.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums are NumPy's to the last bit, so it is its order. */
class SummationOrderTest {

  /** {@code np.random.seed(n); np.sum(np.random.rand(n))}. */
  @ParameterizedTest
  @CsvSource({
    "1, 0x1.ab07d0ffa3c06p-2",
    "2, 0x1.d901da8eed802p-2",
    "7, 0x1.0249076d1c26fp+2",
    "8, 0x1.1469f71d2cdc4p+2",
    "9, 0x1.20688a6bffb46p+1",
    "10, 0x1.0749b04886325p+2",
    "15, 0x1.b2c6fba33db0ap+2",
    "16, 0x1.76d761d6dc294p+2",
    "100, 0x1.79e4b80cb8838p+5",
    "127, 0x1.00db69a7c312ep+6",
    "128, 0x1.0ebd00526115bp+6",
    "129, 0x1.b21672679f4c2p+5",
    "136, 0x1.0736ed3abd713p+6",
    "200, 0x1.9e7c417ea3508p+6",
    "1000, 0x1.e9d0b832c55f3p+8",
    "5000, 0x1.3aa83feaa86b9p+11",
  })
  void ofManyNumbersIsNumPys(int n, String expected) {
    double[] values = new double[n + 5];
    new NumpyRandom(n).rand(values, 3, n);
    values[2] = 1e9;
    values[n + 3] = 1e9;

    assertThat(PairwiseSum.of(values, 3, n)).isEqualTo(Double.parseDouble(expected));
  }

  /** {@code np.random.seed(5); np.random.rand(11, 3).sum(axis=0)}. */
  @Test
  void ofColumnsIsNumPys() {
    double[] values = new double[33];
    new NumpyRandom(5).rand(values);
    double[] sums = new double[3];

    Columns.sum(Tensor.of(values, 11, 3), sums);

    assertThat(sums)
        .containsExactly(0x1.414848e86f0edp+2, 0x1.2d138b598d7e0p+2, 0x1.3bf9995752af8p+2);
  }

  /** Four rows share a loop: all rests of a division by 4. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "102", "103"})
  void ofColumnsGoesRowByRow(int n) {
    Tensor x = TestTensors.random(n, n, 3);
    Tensor y = TestTensors.random(n + 1, n, 3);
    double[] mean = {0.5, -1, 1e-3};
    double[] sums = new double[3];
    double[] squares = new double[3];
    double[] products = new double[3];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 3; j++) {
        double v = x.values()[3 * i + j];
        sums[j] += v;
        squares[j] += (v - mean[j]) * (v - mean[j]);
        products[j] += v * y.values()[3 * i + j];
      }
    }
    double[] out = {7, 7, 7};

    Columns.sum(x, out);
    assertThat(out).isEqualTo(sums);
    Columns.sumOfSquaredDeviations(x, mean, out);
    assertThat(out).isEqualTo(squares);
    Columns.sumOfProducts(x, y, out);
    assertThat(out).isEqualTo(products);
  }
}
