package org.bnsweep.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import java.util.Random;
import org.bytedeco.javacpp.DoublePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GemmTest {
  private static final double ALPHA = -0.7;
  private static final double BETA = 0.3;

  /** Rounding of sums of up to 2000 products of numbers below 1, in another order. */
  private static final double TOLERANCE = 1e-12;

  private final Random random = new Random(5);

  @ParameterizedTest
  @CsvSource({
    "100, 100, 609",
    "609, 100, 100",
    "200, 100, 101",
    "101, 103, 107",
    "250, 130, 301",
    "1, 1, 7",
    "3, 500, 2000",
    "1500, 2, 700"
  })
  void aProductIsTheSameWholeAndInPieces(int m, int n, int k) {
    double[] a = numbers(m * k);
    double[] aTransposed = transposed(a, m, k);
    double[] b = numbers(k * n);
    double[] bTransposed = transposed(b, k, n);
    double[] c = numbers(m * n);
    double[] expected = plain(m, n, k, a, b, c);

    OpenBlas unused = OpenBlas.ofThisProcess();
    check(expected, a, b, c, (x, y, z) -> Gemm.product(m, n, k, ALPHA, x, y, BETA, z));
    check(
        expected,
        aTransposed,
        b,
        c,
        (x, y, z) -> Gemm.transposedProduct(m, n, k, ALPHA, x, y, BETA, z));
    check(
        expected,
        a,
        bTransposed,
        c,
        (x, y, z) -> Gemm.productWithTransposed(m, n, k, ALPHA, x, y, BETA, z));
    check(
        expected,
        a,
        b,
        c,
        (x, y, z) -> Gemm.pieces(CblasNoTrans, m, n, k, ALPHA, x, k, y, BETA, z));
    check(
        expected,
        aTransposed,
        b,
        c,
        (x, y, z) -> Gemm.pieces(CblasTrans, m, n, k, ALPHA, x, m, y, BETA, z));
  }

  @Test
  void piecesAreOfNearlyOneLength() {
    assertThat(Gemm.piece(100, 100)).isEqualTo(100);
    assertThat(Gemm.piece(101, 100)).isEqualTo(51);
    assertThat(Gemm.piece(609, 100)).isEqualTo(87);
    assertThat(Gemm.piece(1, 100)).isEqualTo(1);
  }

  private interface Product {
    void into(DoublePointer a, DoublePointer b, DoublePointer c);
  }

  private static void check(
      double[] expected, double[] a, double[] b, double[] c, Product product) {
    double[] actual = new double[c.length];
    try (DoublePointer x = new DoublePointer(a);
        DoublePointer y = new DoublePointer(b);
        DoublePointer z = new DoublePointer(c)) {
      product.into(x, y, z);
      z.get(actual);
    }
    // Not element by element, which takes AssertJ seconds.
    double worst = 0;
    for (int i = 0; i < c.length; i++) {
      worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
    }
    assertThat(worst).isLessThan(TOLERANCE);
  }

  private double[] numbers(int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  private static double[] transposed(double[] values, int rows, int columns) {
    double[] turned = new double[values.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * rows + i] = values[i * columns + j];
      }
    }
    return turned;
  }

  private static double[] plain(int m, int n, int k, double[] a, double[] b, double[] c) {
    double[] result = new double[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a[i * k + p] * b[p * n + j];
        }
        result[i * n + j] = ALPHA * sum + BETA * c[i * n + j];
      }
    }
    return result;
  }
}
