package org.bnsweep.cli;

import java.util.List;
import java.util.Optional;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;

/** Two trainings of one trial, bit for bit. */
final class PairComparison {
  private PairComparison() {}

  /** The first number in which {@code again} is not what was {@code recorded}, if any. */
  static Optional<String> difference(PairCurves recorded, PairCurves again) {
    for (Network network : Network.values()) {
      Optional<String> difference = difference(recorded.of(network), again.of(network));
      if (difference.isPresent()) {
        return difference.map(text -> network.word() + " " + text);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(NetworkCurve recorded, NetworkCurve again) {
    List<Point> before = recorded.points();
    List<Point> now = again.points();
    if (before.size() != now.size()) {
      return different("points", before.size(), now.size());
    }
    for (int i = 0; i < before.size(); i++) {
      int epoch = before.get(i).epoch();
      Optional<String> difference = difference(before.get(i), now.get(i));
      if (difference.isPresent()) {
        return difference.map(text -> "epoch " + epoch + " " + text);
      }
    }
    return recorded.divergedEpoch() == again.divergedEpoch()
        ? Optional.empty()
        : different("diverged_epoch", recorded.divergedEpoch(), again.divergedEpoch());
  }

  private static Optional<String> difference(Point before, Point now) {
    if (before.epoch() != now.epoch() || before.iteration() != now.iteration()) {
      return different("iteration", before.iteration(), now.iteration());
    }
    if (!same(before.trainAccuracy(), now.trainAccuracy())) {
      return different("train_accuracy", before.trainAccuracy(), now.trainAccuracy());
    }
    if (!same(before.testAccuracy(), now.testAccuracy())) {
      return different("test_accuracy", before.testAccuracy(), now.testAccuracy());
    }
    return same(before.trainLoss(), now.trainLoss())
        ? Optional.empty()
        : different("train_loss", before.trainLoss(), now.trainLoss());
  }

  /** Every bit, with one pattern for all NaN. */
  private static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }

  private static Optional<String> different(String what, Object recorded, Object again) {
    return Optional.of(what + " is " + again + ", recorded " + recorded);
  }
}
