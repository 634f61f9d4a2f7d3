package org.bnsweep.stats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bnsweep.sweep.TrialResult.Outcome;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;

/**
 * A trained pair in a few numbers.
 *
 * @param networks the figures of each
 * @param leadEpoch where the normalized network takes the lead: the first epoch at which it is
 *     above the other and after which it never falls below; empty if it does not
 */
public record PairFigures(ByNetwork<CurveFigures> networks, OptionalInt leadEpoch) {

  /**
   * The figures of {@code curves}.
   *
   * @throws IllegalArgumentException if one has no points
   */
  public static PairFigures of(PairCurves curves) {
    return new PairFigures(
        curves.map(CurveFigures::of),
        leadEpoch(curves.normalized().points(), curves.plain().points()));
  }

  /** Those of a trial; empty if it failed. */
  public static Optional<PairFigures> of(Outcome outcome) {
    return outcome instanceof Trained trained
        ? Optional.of(of(trained.curves()))
        : Optional.empty();
  }

  /** The figures of {@code network}. */
  public CurveFigures of(Network network) {
    return networks.of(network);
  }

  /**
   * {@code figure} of the normalized network minus that of the plain one; NaN unless both have it.
   */
  public double difference(Figure figure) {
    return networks.normalized().of(figure) - networks.plain().of(figure);
  }

  private static OptionalInt leadEpoch(List<Point> normalized, List<Point> plain) {
    OptionalInt lead = OptionalInt.empty();
    for (int i = Math.min(normalized.size(), plain.size()) - 1; i >= 0; i--) {
      int order = Double.compare(normalized.get(i).trainAccuracy(), plain.get(i).trainAccuracy());
      if (order < 0) {
        break;
      }
      if (order > 0) {
        lead = OptionalInt.of(normalized.get(i).epoch());
      }
    }
    return lead;
  }
}
