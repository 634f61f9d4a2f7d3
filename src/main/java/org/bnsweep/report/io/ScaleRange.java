package org.bnsweep.report.io;

import java.util.Optional;

/**
 * How wide a range of weight scales trains to an accuracy, with BN and without.
 *
 * @param accuracy the threshold
 * @param tested decades between the smallest and the largest weight scale of the run
 * @param groups combinations of the other settings; the ranges are those of the median one
 * @param bn empty if none trains
 * @param plain likewise without BN
 */
public record ScaleRange(
    double accuracy, double tested, int groups, Optional<Span> bn, Optional<Span> plain) {

  /**
   * Neighbouring weight scales that train.
   *
   * @param decades powers of ten between its ends
   * @param from smallest
   * @param to largest
   */
  public record Span(double decades, double from, double to) {}
}
