package org.bnsweep.store;

/**
 * Mean and spread of numbers that come one by one (Welford 1962); NaN are left out.
 *
 * <p>Mutable; {@link #summary} takes a picture.
 */
final class Moments {
  /** What an array of moments has for each: the mean, and the sum of squares about it. */
  static final int SIZE = 2;

  private int n;
  private final double[] moments = new double[SIZE];

  void add(double value) {
    if (!Double.isNaN(value)) {
      n++;
      add(moments, 0, n, value);
    }
  }

  Estimate summary() {
    return summary(moments, 0, n);
  }

  /**
   * Adds a number to the moments that {@code moments} has at {@code at}, as many together take less
   * memory than an object for each.
   *
   * @param n numbers with this one
   * @param value not NaN
   */
  static void add(double[] moments, int at, int n, double value) {
    double before = value - moments[at];
    moments[at] += before / n;
    moments[at + 1] += before * (value - moments[at]);
  }

  /** The estimate from the moments that {@code moments} has at {@code at}, of {@code n} numbers. */
  static Estimate summary(double[] moments, int at, int n) {
    if (n == 0) {
      return new Estimate(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double mean = moments[at];
    if (n == 1) {
      return new Estimate(1, mean, Double.NaN, Double.NaN, Double.NaN);
    }
    double deviation = Math.sqrt(moments[at + 1] / (n - 1));
    double half = StudentT.quantile975(n - 1) * deviation / Math.sqrt(n);
    return new Estimate(n, mean, deviation, mean - half, mean + half);
  }
}
