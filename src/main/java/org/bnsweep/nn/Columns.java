package org.bnsweep.nn;

import java.util.Arrays;

/**
 * Loops over the columns of {@code [N, D]}, in NumPy's order of {@code sum(axis=0)}: row after row.
 *
 * <p>Four rows share a loop, so that the running sums are loaded once for them; each column still
 * adds its rows one by one.
 */
final class Columns {
  private Columns() {}

  /** {@code x[i, j] += b[j]}. */
  static void add(double[] b, Tensor x) {
    int n = x.rows();
    int d = x.columns();
    double[] v = x.values();
    for (int i = 0; i < n; i++) {
      int row = i * d;
      for (int j = 0; j < d; j++) {
        v[row + j] += b[j];
      }
    }
  }

  /** {@code out[j] = sum over i of x[i, j]}. */
  static void sum(Tensor x, double[] out) {
    int n = x.rows();
    int d = x.columns();
    double[] v = x.values();
    Arrays.fill(out, 0, d, 0.0);
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      int a = i * d;
      int b = a + d;
      int c = b + d;
      int e = c + d;
      for (int j = 0; j < d; j++) {
        out[j] = (((out[j] + v[a + j]) + v[b + j]) + v[c + j]) + v[e + j];
      }
    }
    for (; i < n; i++) {
      int a = i * d;
      for (int j = 0; j < d; j++) {
        out[j] += v[a + j];
      }
    }
  }

  /** {@code out[j] = sum over i of (x[i, j] - mean[j])^2}. */
  static void sumOfSquaredDeviations(Tensor x, double[] mean, double[] out) {
    int n = x.rows();
    int d = x.columns();
    double[] v = x.values();
    Arrays.fill(out, 0, d, 0.0);
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      int a = i * d;
      int b = a + d;
      int c = b + d;
      int e = c + d;
      for (int j = 0; j < d; j++) {
        double m = mean[j];
        double p = v[a + j] - m;
        double q = v[b + j] - m;
        double r = v[c + j] - m;
        double s = v[e + j] - m;
        out[j] = (((out[j] + p * p) + q * q) + r * r) + s * s;
      }
    }
    for (; i < n; i++) {
      int a = i * d;
      for (int j = 0; j < d; j++) {
        double p = v[a + j] - mean[j];
        out[j] += p * p;
      }
    }
  }

  /** {@code out[j] = sum over i of x[i, j] * y[i, j]}. */
  static void sumOfProducts(Tensor x, Tensor y, double[] out) {
    int n = x.rows();
    int d = x.columns();
    double[] v = x.values();
    double[] u = y.values();
    Arrays.fill(out, 0, d, 0.0);
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      int a = i * d;
      int b = a + d;
      int c = b + d;
      int e = c + d;
      for (int j = 0; j < d; j++) {
        out[j] =
            (((out[j] + v[a + j] * u[a + j]) + v[b + j] * u[b + j]) + v[c + j] * u[c + j])
                + v[e + j] * u[e + j];
      }
    }
    for (; i < n; i++) {
      int a = i * d;
      for (int j = 0; j < d; j++) {
        out[j] += v[a + j] * u[a + j];
      }
    }
  }
}
