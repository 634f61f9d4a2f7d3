package org.bnsweep.stats;

import java.util.OptionalInt;
import org.bnsweep.train.NetworkCurve;

/** A curve in a few numbers: its {@link Figure}s, and where it diverged. */
public final class CurveFigures {
  private static final Figure[] FIGURES = Figure.values();

  private final double[] values = new double[FIGURES.length];
  private final int divergedEpoch;

  private CurveFigures(NetworkCurve curve) {
    for (Figure figure : FIGURES) {
      values[figure.ordinal()] = figure.of(curve);
    }
    divergedEpoch = curve.divergedEpoch();
  }

  /**
   * The figures of {@code curve}.
   *
   * @throws IllegalArgumentException if it has no points
   */
  public static CurveFigures of(NetworkCurve curve) {
    if (curve.points().isEmpty()) {
      throw new IllegalArgumentException("a curve without points has no figures");
    }
    return new CurveFigures(curve);
  }

  /** The value of {@code figure}; NaN if the curve has none. */
  public double of(Figure figure) {
    return values[figure.ordinal()];
  }

  /** The value of a figure that is an epoch; empty if the curve has none. */
  public OptionalInt epoch(Figure figure) {
    double epoch = of(figure);
    return Double.isNaN(epoch) ? OptionalInt.empty() : OptionalInt.of((int) epoch);
  }

  /** Whether the accuracy on the training samples was that high at some epoch. */
  public boolean reached(Threshold threshold) {
    return !Double.isNaN(of(threshold.firstEpoch()));
  }

  /** Final accuracy on the training samples minus that on the test samples; NaN without those. */
  public double generalizationGap() {
    return of(Figure.FINAL_ACCURACY) - of(Figure.FINAL_TEST_ACCURACY);
  }

  /** The first epoch that met a number that is not finite; empty if none did. */
  public OptionalInt divergedEpoch() {
    return divergedEpoch == NetworkCurve.NEVER
        ? OptionalInt.empty()
        : OptionalInt.of(divergedEpoch);
  }
}
