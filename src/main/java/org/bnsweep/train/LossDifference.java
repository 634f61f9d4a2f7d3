package org.bnsweep.train;

/** How far two losses are apart, relatively. */
public final class LossDifference {
  /**
   * Smaller losses are compared as if they were this large. A loss near 0 is the logarithm of a
   * probability near 1, which is rounded to 1e-16 however small the loss is.
   */
  private static final double SMALL = 1e-5;

  private LossDifference() {}

  /**
   * |a - b| over the larger of both; 0 if they are the same, NaN included, else infinite for NaN.
   */
  public static double of(double a, double b) {
    if (Double.doubleToLongBits(a) == Double.doubleToLongBits(b) || a == b) {
      return 0;
    }
    double scale = Math.max(Math.max(Math.abs(a), Math.abs(b)), SMALL);
    double difference = Math.abs(a - b) / scale;
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  /** That of the losses of two points. */
  public static double of(Point a, Point b) {
    return of(a.trainLoss(), b.trainLoss());
  }
}
