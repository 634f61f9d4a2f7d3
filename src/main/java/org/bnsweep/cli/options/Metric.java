package org.bnsweep.cli.options;

import java.util.Locale;
import java.util.OptionalInt;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.store.statistics.CurveFigures;

/** What trials are ranked by; the words are columns of summary.csv. */
public enum Metric {
  FINAL_ACCURACY,
  BEST_ACCURACY,
  FIRST_EPOCH_50,
  FIRST_EPOCH_90,
  AREA_UNDER_CURVE,
  FINAL_TEST_ACCURACY,
  BEST_TEST_ACCURACY;

  /** The figure; NaN if the curve has none. */
  public double of(CurveFigures figures) {
    return switch (this) {
      case FINAL_ACCURACY -> figures.finalAccuracy();
      case BEST_ACCURACY -> figures.bestAccuracy();
      case FIRST_EPOCH_50 -> epoch(figures.firstEpoch50());
      case FIRST_EPOCH_90 -> epoch(figures.firstEpoch90());
      case AREA_UNDER_CURVE -> figures.areaUnderCurve();
      case FINAL_TEST_ACCURACY -> figures.finalTestAccuracy();
      case BEST_TEST_ACCURACY -> figures.bestTestAccuracy();
    };
  }

  private static double epoch(OptionalInt epoch) {
    return epoch.isPresent() ? epoch.getAsInt() : Double.NaN;
  }

  /** Below 0 if {@code a} is the better figure; neither may be NaN. */
  public int compare(double a, double b) {
    return epochs() ? Double.compare(a, b) : Double.compare(b, a);
  }

  /** The figure for people. */
  public String format(double figure) {
    return epochs() ? String.format(Locale.ROOT, "%.0f", figure) : Numbers.accuracy(figure);
  }

  /** Whether only runs with test samples have it. */
  public boolean ofTest() {
    return this == FINAL_TEST_ACCURACY || this == BEST_TEST_ACCURACY;
  }

  private boolean epochs() {
    return this == FIRST_EPOCH_50 || this == FIRST_EPOCH_90;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
