package org.bnsweep.report;

import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.Point;

/**
 * One network's curve in a few numbers.
 *
 * @param last train accuracy at the last epoch
 * @param best the highest train accuracy
 * @param bestEpoch the first epoch that has it
 * @param half the first epoch at or above 0.5; {@link NetworkCurve#NEVER} if none is
 * @param lastTest test accuracy at the last epoch; NaN if the run has no test samples
 * @param divergedEpoch the first epoch with an overflow; {@link NetworkCurve#NEVER} if none has
 */
record CurveSummary(
    double last, double best, int bestEpoch, int half, double lastTest, int divergedEpoch) {

  static CurveSummary of(NetworkCurve curve) {
    double best = Double.NEGATIVE_INFINITY;
    int bestEpoch = 0;
    int half = NetworkCurve.NEVER;
    for (Point point : curve.points()) {
      if (point.trainAccuracy() > best) {
        best = point.trainAccuracy();
        bestEpoch = point.epoch();
      }
      if (half == NetworkCurve.NEVER && point.trainAccuracy() >= 0.5) {
        half = point.epoch();
      }
    }
    Point last = curve.points().get(curve.points().size() - 1);
    return new CurveSummary(
        last.trainAccuracy(), best, bestEpoch, half, last.testAccuracy(), curve.divergedEpoch());
  }
}
