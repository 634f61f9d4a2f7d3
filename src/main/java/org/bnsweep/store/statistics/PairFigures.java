package org.bnsweep.store.statistics;

import java.util.List;
import java.util.OptionalInt;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;

/**
 * What Batch Normalization changed in one trial: each figure with it minus the same without.
 *
 * @param finalAccuracy difference of the final accuracies
 * @param bestAccuracy difference of the best accuracies
 * @param firstEpoch50 difference of the first epochs at or above 0.5, negative if the network with
 *     it was earlier; empty unless both got there
 * @param firstEpoch90 the same for 0.9
 * @param areaUnderCurve difference of the mean accuracies over the epochs
 * @param finalTestAccuracy difference of the final test accuracies; NaN without test samples
 * @param leadEpoch where the network with it takes the lead: the first epoch at which it is above
 *     the other and after which it never falls below; empty if it does not
 */
public record PairFigures(
    double finalAccuracy,
    double bestAccuracy,
    OptionalInt firstEpoch50,
    OptionalInt firstEpoch90,
    double areaUnderCurve,
    double finalTestAccuracy,
    OptionalInt leadEpoch) {

  /**
   * The differences of {@code curves}.
   *
   * @throws IllegalArgumentException if one has no points
   */
  public static PairFigures of(PairCurves curves) {
    CurveFigures bn = CurveFigures.of(curves.bn());
    CurveFigures plain = CurveFigures.of(curves.plain());
    return new PairFigures(
        bn.finalAccuracy() - plain.finalAccuracy(),
        bn.bestAccuracy() - plain.bestAccuracy(),
        difference(bn.firstEpoch50(), plain.firstEpoch50()),
        difference(bn.firstEpoch90(), plain.firstEpoch90()),
        bn.areaUnderCurve() - plain.areaUnderCurve(),
        bn.finalTestAccuracy() - plain.finalTestAccuracy(),
        leadEpoch(curves.bn().points(), curves.plain().points()));
  }

  private static OptionalInt difference(OptionalInt a, OptionalInt b) {
    return a.isPresent() && b.isPresent()
        ? OptionalInt.of(a.getAsInt() - b.getAsInt())
        : OptionalInt.empty();
  }

  private static OptionalInt leadEpoch(List<Point> bn, List<Point> plain) {
    OptionalInt lead = OptionalInt.empty();
    for (int i = Math.min(bn.size(), plain.size()) - 1; i >= 0; i--) {
      int order = Double.compare(bn.get(i).trainAccuracy(), plain.get(i).trainAccuracy());
      if (order < 0) {
        break;
      }
      if (order > 0) {
        lead = OptionalInt.of(bn.get(i).epoch());
      }
    }
    return lead;
  }
}
