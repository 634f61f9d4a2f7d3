package org.bnsweep.report.model;

import org.bnsweep.store.statistics.StudentT;

/**
 * Mean and 95 % interval of the mean of the numbers added so far, by Welford's update; the same as
 * in the tables of the run folder.
 *
 * <p>NaN is not a number that was measured and does not count. Mutable, for one thread.
 */
public final class Band {
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
  public long n() {
    return n;
  }

  /** Their mean; NaN if there is none. */
  public double mean() {
    return n == 0 ? Double.NaN : mean;
  }

  /** Half the width of the 95 % interval of the mean (Student's t); 0 below two numbers. */
  public double halfWidth() {
    return n < 2
        ? 0
        : StudentT.quantile975(Math.toIntExact(n - 1)) * Math.sqrt(squares / (n - 1) / n);
  }

  /** Lower end of the interval, not below 0. */
  public double low() {
    return Math.max(0, mean() - halfWidth());
  }

  /** Upper end of the interval, not above 1. */
  public double high() {
    return Math.min(1, mean() + halfWidth());
  }
}
