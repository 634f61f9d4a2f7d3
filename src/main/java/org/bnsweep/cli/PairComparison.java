package org.bnsweep.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Sensitivity;

/**
 * A recorded trial and the same trial trained again.
 *
 * @param sensitivity of the trial to rounding, asked for only if the two part
 */
record PairComparison(PairCurves recorded, PairCurves again, Supplier<Sensitivity> sensitivity) {
  /** Losses may differ by this much, relatively, where the arithmetic does. */
  static final double SAME_LOSS = 1e-9;

  /** Rounding begins below this; what begins above it is no rounding. */
  private static final double BEGIN_OF_ROUNDING = 1e-12;

  /**
   * How much further another arithmetic may take a trial than a change of the last bit of its
   * weights does: it rounds anew in every product, not once.
   */
  private static final double MORE_THAN_ONE_BIT = 1e4;

  /** Two trainings with the same arithmetic: bit for bit. */
  Verdict onTheSameArithmetic() {
    return firstDifference().<Verdict>map(Verdict.Differs::new).orElseGet(Verdict.Equal::new);
  }

  /** Two trainings with different arithmetic, or where that is not known. */
  Verdict acrossArithmetics() {
    if (firstDifference().isEmpty()) {
      return new Verdict.Equal();
    }
    double largest = 0;
    Optional<Verdict.Parts> parts = Optional.empty();
    for (Network network : Network.values()) {
      List<Point> before = recorded.of(network).points();
      List<Point> now = again.of(network).points();
      if (before.size() != now.size()) {
        return new Verdict.Differs(
            network.word() + " " + different("points", before.size(), now.size()));
      }
      Optional<Integer> parting = firstParting(before, now);
      if (parting.isPresent()) {
        int i = parting.get();
        String what = what(before.get(i), now.get(i));
        if (!isRounding(network, before, now, i)) {
          return new Verdict.Differs(
              network.word() + " epoch " + before.get(i).epoch() + " " + what);
        }
        if (parts.isEmpty() || i < parts.get().epoch()) {
          parts = Optional.of(new Verdict.Parts(network, before.get(i).epoch(), what));
        }
      } else if (recorded.of(network).divergedEpoch() != again.of(network).divergedEpoch()) {
        return new Verdict.Differs(
            network.word()
                + " "
                + different(
                    "diverged_epoch",
                    recorded.of(network).divergedEpoch(),
                    again.of(network).divergedEpoch()));
      }
      for (int i = 0; i < before.size(); i++) {
        largest = Math.max(largest, lossDifference(before.get(i), now.get(i)));
      }
    }
    return parts.isPresent() ? parts.get() : new Verdict.EqualButForRounding(largest);
  }

  /** The first index at which an accuracy or, by more than rounding, a loss is another. */
  private static Optional<Integer> firstParting(List<Point> before, List<Point> now) {
    for (int i = 0; i < before.size(); i++) {
      Point a = before.get(i);
      Point b = now.get(i);
      if (a.epoch() != b.epoch()
          || a.iteration() != b.iteration()
          || !a.hasAccuraciesOf(b)
          || lossDifference(a, b) > SAME_LOSS) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the curves grew apart step by step: at the start less than rounding does, and then no
   * faster than the trial grows apart from itself when the last bit of its weights changes.
   */
  private boolean isRounding(Network network, List<Point> before, List<Point> now, int parting) {
    if (before.get(parting).epoch() != now.get(parting).epoch()
        || before.get(parting).iteration() != now.get(parting).iteration()
        || lossDifference(before.get(0), now.get(0)) > BEGIN_OF_ROUNDING) {
      return false;
    }
    Sensitivity trial = sensitivity.get();
    for (int i = 0; i <= parting; i++) {
      double drift = MORE_THAN_ONE_BIT * trial.lossDrift(network, i + 1);
      if (lossDifference(before.get(i), now.get(i)) > Math.max(drift, BEGIN_OF_ROUNDING)) {
        return false;
      }
    }
    boolean accuraciesMove =
        trial.firstMoved(network).isPresent()
            && trial.firstMoved(network).getAsInt() <= parting + 1;
    return accuraciesMove || MORE_THAN_ONE_BIT * trial.lossDrift(network, parting + 1) > SAME_LOSS;
  }

  private static double lossDifference(Point a, Point b) {
    return Sensitivity.relativeDifference(a.trainLoss(), b.trainLoss());
  }

  private static String what(Point before, Point now) {
    return difference(before, now)
        .map(
            text ->
                text
                    + String.format(
                        Locale.ROOT, " (losses %.0e apart)", lossDifference(before, now)))
        .orElseThrow();
  }

  /** The first number in which {@code again} is not, bit for bit, what was recorded, if any. */
  private Optional<String> firstDifference() {
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
      return Optional.of(different("points", before.size(), now.size()));
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
        : Optional.of(different("diverged_epoch", recorded.divergedEpoch(), again.divergedEpoch()));
  }

  /** In the order of what matters. */
  private static Optional<String> difference(Point before, Point now) {
    if (before.epoch() != now.epoch() || before.iteration() != now.iteration()) {
      return Optional.of(different("iteration", before.iteration(), now.iteration()));
    }
    if (!same(before.trainAccuracy(), now.trainAccuracy())) {
      return Optional.of(different("train_accuracy", before.trainAccuracy(), now.trainAccuracy()));
    }
    if (!same(before.testAccuracy(), now.testAccuracy())) {
      return Optional.of(different("test_accuracy", before.testAccuracy(), now.testAccuracy()));
    }
    return same(before.trainLoss(), now.trainLoss())
        ? Optional.empty()
        : Optional.of(different("train_loss", before.trainLoss(), now.trainLoss()));
  }

  /** Every bit, with one pattern for all NaN. */
  private static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }

  private static String different(String what, Object recorded, Object again) {
    return what + " is " + again + ", recorded " + recorded;
  }
}
