package org.bnsweep.store;

/**
 * Mean and spread of numbers that come one by one (Welford 1962); NaN are left out.
 *
 * <p>Mutable; {@link #summary} takes a picture.
 */
final class Moments {
  private int n;
  private double mean;
  private double squares;

  void add(double value) {
    if (!Double.isNaN(value)) {
      n++;
      double before = value - mean;
      mean += before / n;
      squares += before * (value - mean);
    }
  }

  Estimate summary() {
    if (n == 0) {
      return new Estimate(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    if (n == 1) {
      return new Estimate(1, mean, Double.NaN, Double.NaN, Double.NaN);
    }
    double deviation = Math.sqrt(squares / (n - 1));
    double half = StudentT.quantile975(n - 1) * deviation / Math.sqrt(n);
    return new Estimate(n, mean, deviation, mean - half, mean + half);
  }
}
