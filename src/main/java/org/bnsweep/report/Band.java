package org.bnsweep.report;

/**
 * Mean and 95 % interval of the mean of the numbers added so far, by Welford's update.
 *
 * <p>NaN is not a number that was measured and does not count. Mutable, for one thread.
 */
final class Band {
  /** Two-sided 95 % quantiles of Student's t, degrees of freedom 1 to 30. */
  private static final double[] T95 = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  private long n;
  private double mean;
  private double squares;

  /** Counts {@code value}, unless it is NaN. */
  void add(double value) {
    if (Double.isNaN(value)) {
      return;
    }
    n++;
    double delta = value - mean;
    mean += delta / n;
    squares += delta * (value - mean);
  }

  /** Counts all that {@code other} counted (Chan et al. 1979). */
  void add(Band other) {
    if (other.n == 0) {
      return;
    }
    if (n == 0) {
      n = other.n;
      mean = other.mean;
      squares = other.squares;
      return;
    }
    long both = n + other.n;
    double delta = other.mean - mean;
    squares += other.squares + delta * delta * n / both * other.n;
    mean += delta * other.n / both;
    n = both;
  }

  /** Numbers added. */
  long n() {
    return n;
  }

  /** Their mean; NaN if there is none. */
  double mean() {
    return n == 0 ? Double.NaN : mean;
  }

  /** Half the width of the 95 % interval of the mean (Student's t); 0 below two numbers. */
  double halfWidth() {
    return n < 2 ? 0 : t95(n - 1) * Math.sqrt(squares / (n - 1) / n);
  }

  /** Lower end of the interval, not below 0. */
  double low() {
    return Math.max(0, mean() - halfWidth());
  }

  /** Upper end of the interval, not above 1. */
  double high() {
    return Math.min(1, mean() + halfWidth());
  }

  /**
   * The two-sided 95 % quantile for {@code degrees} of freedom, 1 and up, to 0.0005.
   *
   * <p>Past the table by the first three terms of the Cornish-Fisher expansion.
   */
  static double t95(long degrees) {
    if (degrees <= T95.length) {
      return T95[(int) degrees - 1];
    }
    double z = 1.959964;
    double cube = z * z * z;
    double n = degrees;
    return z + (cube + z) / (4 * n) + (5 * cube * z * z + 16 * cube + 3 * z) / (96 * n * n);
  }
}
