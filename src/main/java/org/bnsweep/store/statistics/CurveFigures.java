package org.bnsweep.store.statistics;

import java.util.List;
import java.util.OptionalInt;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.Point;

/**
 * A curve in a few numbers; accuracies are of the training samples unless they say test.
 *
 * @param finalAccuracy at the last epoch
 * @param bestAccuracy over all epochs
 * @param bestEpoch the first that has the best accuracy
 * @param firstEpoch50 the first at or above 0.5, if any
 * @param firstEpoch90 the first at or above 0.9, if any
 * @param areaUnderCurve the mean accuracy over the epochs
 * @param finalTestAccuracy at the last epoch; NaN without test samples
 * @param bestTestAccuracy over all epochs; NaN without test samples
 */
public record CurveFigures(
    double finalAccuracy,
    double bestAccuracy,
    int bestEpoch,
    OptionalInt firstEpoch50,
    OptionalInt firstEpoch90,
    double areaUnderCurve,
    double finalTestAccuracy,
    double bestTestAccuracy) {

  /**
   * The figures of {@code curve}.
   *
   * @throws IllegalArgumentException if it has no points
   */
  public static CurveFigures of(NetworkCurve curve) {
    List<Point> points = curve.points();
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a curve without points has no figures");
    }
    Point last = points.get(points.size() - 1);
    Point best = last;
    double sum = 0;
    double bestTest = Double.NaN;
    for (Point point : points) {
      sum += point.trainAccuracy();
      if (point.trainAccuracy() > best.trainAccuracy()
          || (point.trainAccuracy() == best.trainAccuracy() && point.epoch() < best.epoch())) {
        best = point;
      }
      if (!(point.testAccuracy() <= bestTest)) {
        bestTest = point.testAccuracy();
      }
    }
    return new CurveFigures(
        last.trainAccuracy(),
        best.trainAccuracy(),
        best.epoch(),
        firstEpoch(points, 0.5),
        firstEpoch(points, 0.9),
        sum / points.size(),
        last.testAccuracy(),
        bestTest);
  }

  private static OptionalInt firstEpoch(List<Point> points, double accuracy) {
    return points.stream()
        .filter(point -> point.trainAccuracy() >= accuracy)
        .mapToInt(Point::epoch)
        .findFirst();
  }

  /** Final accuracy on the training samples minus that on the test samples; NaN without those. */
  public double generalizationGap() {
    return finalAccuracy - finalTestAccuracy;
  }
}
