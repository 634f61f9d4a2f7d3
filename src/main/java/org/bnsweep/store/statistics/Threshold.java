package org.bnsweep.store.statistics;

/** The accuracies that a network is asked to reach. */
public enum Threshold {
  /** 0.5: it learns something. */
  HALF(0.5),
  /** 0.9: it learns well. */
  NINETY(0.9);

  private final double accuracy;

  Threshold(double accuracy) {
    this.accuracy = accuracy;
  }

  /** On the training samples. */
  public double accuracy() {
    return accuracy;
  }
}
