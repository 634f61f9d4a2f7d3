package org.bnsweep.store;

import java.util.List;
import org.bnsweep.train.NetworkCurve;

/** One network over the seeds of a setting, or BN minus plain: moments of its figures, counts. */
final class SeriesStatistics {
  /** What is averaged, in the order of {@link #estimates}. */
  static final List<String> FIGURES =
      List.of("final_accuracy", "best_accuracy", "area_under_curve", "final_test_accuracy");

  private final Moments finalAccuracy = new Moments();
  private final Moments bestAccuracy = new Moments();
  private final Moments areaUnderCurve = new Moments();
  private final Moments finalTestAccuracy = new Moments();
  private int reached50;
  private int reached90;
  private int diverged;

  void add(NetworkCurve curve, CurveFigures figures) {
    finalAccuracy.add(figures.finalAccuracy());
    bestAccuracy.add(figures.bestAccuracy());
    areaUnderCurve.add(figures.areaUnderCurve());
    finalTestAccuracy.add(figures.finalTestAccuracy());
    reached50 += figures.firstEpoch50().isPresent() ? 1 : 0;
    reached90 += figures.firstEpoch90().isPresent() ? 1 : 0;
    diverged += curve.diverged() ? 1 : 0;
  }

  void addDifference(CurveFigures bn, CurveFigures plain) {
    finalAccuracy.add(bn.finalAccuracy() - plain.finalAccuracy());
    bestAccuracy.add(bn.bestAccuracy() - plain.bestAccuracy());
    areaUnderCurve.add(bn.areaUnderCurve() - plain.areaUnderCurve());
    finalTestAccuracy.add(bn.finalTestAccuracy() - plain.finalTestAccuracy());
  }

  List<Estimate> estimates() {
    return List.of(
        finalAccuracy.summary(),
        bestAccuracy.summary(),
        areaUnderCurve.summary(),
        finalTestAccuracy.summary());
  }

  int reached(Threshold threshold) {
    return threshold == Threshold.HALF ? reached50 : reached90;
  }

  int diverged() {
    return diverged;
  }
}
