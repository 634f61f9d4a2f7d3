package org.bnsweep.stats;

/**
 * Mean and spread of numbers that come one by one (Welford 1962); NaN are left out.
 *
 * <p>Mutable, for one thread.
 */
public final class Moments {
  private int n;
  private double mean;
  private double squares;

  /** Counts {@code value}, unless it is NaN. */
  public void add(double value) {
    if (!Double.isNaN(value)) {
      n++;
      double before = mean;
      mean = mean(before, n, value);
      squares += square(before, mean, value);
    }
  }

  /** Counts all that {@code other} counted (Chan et al. 1979). */
  public void add(Moments other) {
    if (other.n == 0) {
      return;
    }
    int both = Math.addExact(n, other.n);
    double delta = other.mean - mean;
    squares += other.squares + (n == 0 ? 0 : delta * delta * n / both * other.n);
    mean = n == 0 ? other.mean : mean + delta * other.n / both;
    n = both;
  }

  /** Numbers counted. */
  public int n() {
    return n;
  }

  /** Their mean; NaN if there is none. */
  public double mean() {
    return n == 0 ? Double.NaN : mean;
  }

  /** Half the width of the 95 % interval of the mean; 0 below two numbers. */
  public double halfWidth() {
    return n < 2 ? 0 : summary().high() - mean;
  }

  /** All of it as it is now. */
  public Estimate summary() {
    return summary(n, mean, squares);
  }

  /** The mean of {@code n} numbers, of which {@code value} is the last, from that of the others. */
  static double mean(double before, int n, double value) {
    return before + (value - before) / n;
  }

  /** What {@code value} adds to the sum of squares about the mean; 0 if it is the first. */
  static double square(double before, double mean, double value) {
    return (value - before) * (value - mean);
  }

  /**
   * The estimate from {@code n} numbers.
   *
   * @param mean of them
   * @param squares the sum of their squares about it
   */
  static Estimate summary(int n, double mean, double squares) {
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
