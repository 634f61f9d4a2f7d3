package org.bnsweep.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of Student's t distribution. */
final class StudentT {
  /** Computed once per count of seeds: a sweep has a hundred thousand settings of equal count. */
  private static final Map<Integer, Double> QUANTILES = new ConcurrentHashMap<>();

  private StudentT() {}

  /**
   * The 97.5 % quantile: half the width of a 95 % interval, in standard errors.
   *
   * @param degreesOfFreedom 1 and up
   */
  static double quantile975(int degreesOfFreedom) {
    return QUANTILES.computeIfAbsent(
        degreesOfFreedom,
        degrees -> new TDistribution(null, degrees).inverseCumulativeProbability(0.975));
  }
}
