package org.bnsweep.stats;

/** The accuracies on the training samples that a network is asked to reach. */
public enum Threshold {
  /** 0.5: it learns something. */
  HALF(0.5, Figure.FIRST_EPOCH_50),
  /** 0.9: it learns well. */
  NINETY(0.9, Figure.FIRST_EPOCH_90);

  private final double accuracy;
  private final Figure firstEpoch;

  Threshold(double accuracy, Figure firstEpoch) {
    this.accuracy = accuracy;
    this.firstEpoch = firstEpoch;
  }

  /** On the training samples. */
  public double accuracy() {
    return accuracy;
  }

  /** The figure that tells when a curve reached it; it has none if it did not. */
  public Figure firstEpoch() {
    return firstEpoch;
  }

  /** The end of the names of its columns: {@code 50}. */
  public String percent() {
    return Long.toString(Math.round(100 * accuracy));
  }
}
