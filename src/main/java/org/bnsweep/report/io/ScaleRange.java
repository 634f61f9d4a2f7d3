package org.bnsweep.report.io;

import java.util.Optional;
import org.bnsweep.train.ByNetwork;

/**
 * How wide a range of weight scales trains to an accuracy, for each network.
 *
 * @param accuracy the threshold
 * @param tested decades between the smallest and the largest weight scale of the run
 * @param groups combinations of the other settings; the ranges are those of the median one
 * @param spans of each network; empty if none trains
 */
public record ScaleRange(
    double accuracy, double tested, int groups, ByNetwork<Optional<Span>> spans) {

  /**
   * Neighbouring weight scales that train.
   *
   * @param decades powers of ten between its ends
   * @param from smallest
   * @param to largest
   */
  public record Span(double decades, double from, double to) {}
}
