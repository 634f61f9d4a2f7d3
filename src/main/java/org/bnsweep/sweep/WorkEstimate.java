package org.bnsweep.sweep;

/**
 * How much work the trials of a grid are.
 *
 * @param trials all of them
 * @param countedTrials those looked at; fewer than {@code trials} if the rest is extrapolated
 * @param flops floating-point operations of all matrix products
 * @param largestNetworkWeights entries of all weight matrices of the largest network
 * @param broadcastBytes samples sent to each executor
 * @param outputRows rows of the curves
 * @param outputBytes about how many bytes these are in Parquet
 */
public record WorkEstimate(
    long trials,
    long countedTrials,
    double flops,
    long largestNetworkWeights,
    long broadcastBytes,
    long outputRows,
    long outputBytes) {

  /** Mean floating-point operations of a trial. */
  public double flopsPerTrial() {
    return flops / trials;
  }

  /**
   * Mean seconds of a trial on one core, if one of {@code timedFlops} operations took {@code
   * timedSeconds} there.
   */
  public double secondsPerTrial(double timedSeconds, double timedFlops) {
    return flopsPerTrial() * timedSeconds / timedFlops;
  }
}
