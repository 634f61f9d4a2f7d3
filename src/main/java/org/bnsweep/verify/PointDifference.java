package org.bnsweep.verify;

import java.util.Optional;
import org.bnsweep.train.Point;

/** The number in which two points differ, in words. */
final class PointDifference {
  private PointDifference() {}

  /** That which matters most; empty if all bits are the same. */
  static Optional<String> of(Point before, Point now) {
    if (before.epoch() != now.epoch() || before.iteration() != now.iteration()) {
      return Optional.of(words("iteration", before.iteration(), now.iteration()));
    }
    if (!same(before.trainAccuracy(), now.trainAccuracy())) {
      return Optional.of(words("train_accuracy", before.trainAccuracy(), now.trainAccuracy()));
    }
    if (!same(before.testAccuracy(), now.testAccuracy())) {
      return Optional.of(words("test_accuracy", before.testAccuracy(), now.testAccuracy()));
    }
    return same(before.trainLoss(), now.trainLoss())
        ? Optional.empty()
        : Optional.of(words("train_loss", before.trainLoss(), now.trainLoss()));
  }

  /** Every bit, with one pattern for all NaN. */
  private static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }

  static String words(String what, Object recorded, Object again) {
    return what + " is " + again + ", recorded " + recorded;
  }
}
