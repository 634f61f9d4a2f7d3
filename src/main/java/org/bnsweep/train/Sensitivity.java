package org.bnsweep.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bnsweep.settings.Hyperparameters;

/**
 * How a trial answers to rounding: it is trained again from initial weights that differ in the last
 * bit, and compared with itself.
 *
 * <p>Another BLAS kernel rounds its products otherwise, which is a change of that size. Where this
 * makes the curves part, the trial is chaotic, and no two kernels need agree on it.
 *
 * @param drifts of each network
 */
public record Sensitivity(ByNetwork<Drift> drifts) {
  /** Different nudges; the largest effect counts. */
  private static final int NUDGES = 5;

  /**
   * That of the trial with these hyperparameters.
   *
   * @param trained the same trial, trained by this process
   */
  public static Sensitivity of(PairTrainer trainer, Hyperparameters h, PairCurves trained) {
    int epochs = trained.plain().points().size();
    List<PairCurves> nudged = new ArrayList<>();
    for (int nudge = 1; nudge <= NUDGES; nudge++) {
      nudged.add(trainer.train(h, epochs, WeightNudge.lastBit(nudge)));
    }
    return new Sensitivity(ByNetwork.of(network -> drift(network, trained, nudged)));
  }

  private static Drift drift(Network network, PairCurves trained, List<PairCurves> nudged) {
    List<Point> points = trained.of(network).points();
    List<Double> losses = new ArrayList<>();
    OptionalInt firstMoved = OptionalInt.empty();
    double largest = 0;
    for (int epoch = 0; epoch < points.size(); epoch++) {
      for (PairCurves curves : nudged) {
        Point other = curves.of(network).points().get(epoch);
        largest = Math.max(largest, LossDifference.of(points.get(epoch), other));
        if (firstMoved.isEmpty() && !points.get(epoch).hasAccuraciesOf(other)) {
          firstMoved = OptionalInt.of(epoch);
        }
      }
      losses.add(largest);
    }
    return new Drift(losses, firstMoved);
  }

  /** That of {@code network}. */
  public Drift of(Network network) {
    return drifts.of(network);
  }

  /** The first epoch with another accuracy of either network; empty if all stay. */
  public OptionalInt firstMoved() {
    return drifts.stream().map(Drift::firstMoved).flatMapToInt(OptionalInt::stream).min();
  }
}
