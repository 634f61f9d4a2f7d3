package org.bnsweep.report.model;

import org.bnsweep.train.Landscape;

/**
 * The losses along the gradient of a point that are finite.
 *
 * @param least NaN if none is
 * @param largest likewise
 * @param lost how many are not
 */
public record LossRange(double least, double largest, int lost) {

  /** Those of {@code point}. */
  public static LossRange of(Landscape point) {
    double[] finite =
        point.losses().stream().mapToDouble(l -> l).filter(Double::isFinite).sorted().toArray();
    int lost = point.losses().size() - finite.length;
    return finite.length == 0
        ? new LossRange(Double.NaN, Double.NaN, lost)
        : new LossRange(finite[0], finite[finite.length - 1], lost);
  }
}
