package org.bnsweep.stats;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.Point;

/**
 * A number that sums up a curve, in the order of columns; accuracies are of the training samples
 * unless it says test.
 *
 * <p>Tables, {@code best} and averages over seeds read this list: another figure is another
 * constant.
 */
// A formula is a function without state.
@SuppressWarnings("ImmutableEnumChecker")
public enum Figure {
  /** At the last epoch. */
  FINAL_ACCURACY(
      curve -> curve.last().trainAccuracy(),
      Kind.ACCURACY,
      EnumSet.of(Use.RANKED, Use.SUBTRACTED, Use.AVERAGED)),
  /** Over all epochs. */
  BEST_ACCURACY(
      curve -> max(curve, Point::trainAccuracy),
      Kind.ACCURACY,
      EnumSet.of(Use.RANKED, Use.SUBTRACTED, Use.AVERAGED)),
  /** The first epoch that has the best accuracy. */
  BEST_EPOCH(
      curve -> firstEpoch(curve, max(curve, Point::trainAccuracy)),
      Kind.EPOCH,
      EnumSet.noneOf(Use.class)),
  /** The first epoch at or above 0.5. */
  FIRST_EPOCH_50(
      curve -> firstEpoch(curve, Threshold.HALF.accuracy()),
      Kind.EPOCH,
      EnumSet.of(Use.RANKED, Use.SUBTRACTED)),
  /** The first epoch at or above 0.9. */
  FIRST_EPOCH_90(
      curve -> firstEpoch(curve, Threshold.NINETY.accuracy()),
      Kind.EPOCH,
      EnumSet.of(Use.RANKED, Use.SUBTRACTED)),
  /** The mean over the epochs. */
  AREA_UNDER_CURVE(
      Figure::mean, Kind.ACCURACY, EnumSet.of(Use.RANKED, Use.SUBTRACTED, Use.AVERAGED)),
  /** On the test samples at the last epoch. */
  FINAL_TEST_ACCURACY(
      curve -> curve.last().testAccuracy(),
      Kind.TEST_ACCURACY,
      EnumSet.of(Use.RANKED, Use.SUBTRACTED, Use.AVERAGED)),
  /** On the test samples over all epochs. */
  BEST_TEST_ACCURACY(
      curve -> max(curve, Point::testAccuracy), Kind.TEST_ACCURACY, EnumSet.of(Use.RANKED));

  /** What a figure serves besides the summary of its curve. */
  public enum Use {
    /** Trials are ranked by it. */
    RANKED,
    /** The networks of a pair are compared by it: normalized minus plain. */
    SUBTRACTED,
    /** Its mean over the seeds of a setting is of interest; those of test samples are the last. */
    AVERAGED
  }

  private enum Kind {
    ACCURACY,
    TEST_ACCURACY,
    EPOCH
  }

  private final ToDoubleFunction<NetworkCurve> formula;
  private final Kind kind;
  private final Set<Use> uses;

  Figure(ToDoubleFunction<NetworkCurve> formula, Kind kind, Set<Use> uses) {
    this.formula = formula;
    this.kind = kind;
    this.uses = uses;
  }

  /** Those that serve {@code use}, in order. */
  public static List<Figure> all(Use use) {
    return Arrays.stream(values()).filter(figure -> figure.uses.contains(use)).toList();
  }

  /** Its value for {@code curve}, which has a point; NaN if it has none. */
  double of(NetworkCurve curve) {
    return formula.applyAsDouble(curve);
  }

  /** The word in YAML, CSV and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is an epoch, of which the earlier is the better; otherwise an accuracy. */
  public boolean isEpoch() {
    return kind == Kind.EPOCH;
  }

  /** Whether only runs with test samples have it. */
  public boolean ofTest() {
    return kind == Kind.TEST_ACCURACY;
  }

  @Override
  public String toString() {
    return word();
  }

  private static double mean(NetworkCurve curve) {
    double sum = 0;
    for (Point point : curve.points()) {
      sum += point.trainAccuracy();
    }
    return sum / curve.points().size();
  }

  private static double max(NetworkCurve curve, ToDoubleFunction<Point> accuracy) {
    double max = Double.NaN;
    for (Point point : curve.points()) {
      double value = accuracy.applyAsDouble(point);
      if (!(value <= max)) {
        max = value;
      }
    }
    return max;
  }

  private static double firstEpoch(NetworkCurve curve, double accuracy) {
    for (Point point : curve.points()) {
      if (point.trainAccuracy() >= accuracy) {
        return point.epoch();
      }
    }
    return Double.NaN;
  }
}
