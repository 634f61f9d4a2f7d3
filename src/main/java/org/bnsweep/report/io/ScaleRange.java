package org.bnsweep.report.io;

import java.util.Map;
import java.util.Optional;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.ByNetwork;

/**
 * How wide a range of weight scales trains to an accuracy, for each network.
 *
 * @param accuracy the threshold
 * @param tested decades between the smallest and the largest weight scale of the run
 * @param groups combinations of the other settings; the ranges are those of the median one
 * @param spans of each network; empty if none trains
 * @param kinds of the normalized network of each kind, where several are compared; else none
 */
public record ScaleRange(
    double accuracy,
    double tested,
    int groups,
    ByNetwork<Optional<Span>> spans,
    Map<NormalizationKind, OfKind> kinds) {
  public ScaleRange {
    kinds = Map.copyOf(kinds);
  }

  /**
   * With one kind of normalization.
   *
   * @param tested decades between the smallest and the largest weight scale of its trials
   * @param groups combinations of the other settings; the range is that of the median one
   * @param span empty if none trains
   */
  public record OfKind(double tested, int groups, Optional<Span> span) {}

  /**
   * Neighbouring weight scales that train.
   *
   * @param decades powers of ten between its ends
   * @param from smallest
   * @param to largest
   */
  public record Span(double decades, double from, double to) {}
}
