package org.bnsweep.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How a trial answers to rounding: it is trained again from initial weights that differ in the last
 * bit, and compared with itself.
 *
 * <p>Another BLAS kernel rounds its products otherwise, which is a change of that size. Where this
 * makes the curves part, the trial is chaotic, and no two kernels need agree on it.
 */
public final class Sensitivity {
  /** Different nudges; the largest effect counts. */
  private static final int NUDGES = 2;

  private final int epochs;
  private final Map<Network, double[]> lossDrift = new EnumMap<>(Network.class);
  private final Map<Network, Integer> firstMoved = new EnumMap<>(Network.class);

  private Sensitivity(int epochs) {
    this.epochs = epochs;
    for (Network network : Network.values()) {
      lossDrift.put(network, new double[epochs]);
    }
  }

  /**
   * That of the trial with these hyperparameters.
   *
   * @param trained the same trial, trained by this process
   */
  public static Sensitivity of(PairTrainer trainer, Hyperparameters h, PairCurves trained) {
    Sensitivity sensitivity = new Sensitivity(trained.bn().points().size());
    for (int nudge = 1; nudge <= NUDGES; nudge++) {
      PairCurves nudged = trainer.train(h, sensitivity.epochs, WeightNudge.lastBit(nudge));
      for (Network network : Network.values()) {
        sensitivity.add(network, trained.of(network).points(), nudged.of(network).points());
      }
    }
    return sensitivity;
  }

  private void add(Network network, List<Point> trained, List<Point> nudged) {
    double[] drift = lossDrift.get(network);
    double largest = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      Point a = trained.get(epoch);
      Point b = nudged.get(epoch);
      largest = Math.max(largest, relativeDifference(a.trainLoss(), b.trainLoss()));
      drift[epoch] = Math.max(drift[epoch], largest);
      if (!a.hasAccuraciesOf(b)) {
        firstMoved.merge(network, epoch, Math::min);
      }
    }
  }

  /** The largest relative difference of a loss up to {@code epoch}; infinite if one is NaN. */
  public double lossDrift(Network network, int epoch) {
    return lossDrift.get(network)[Math.min(epoch, epochs - 1)];
  }

  /** The first epoch with another accuracy; empty if all stay. */
  public OptionalInt firstMoved(Network network) {
    Integer epoch = firstMoved.get(network);
    return epoch == null ? OptionalInt.empty() : OptionalInt.of(epoch);
  }

  /**
   * |a - b| over the larger of both; 0 if they are the same, NaN included, else infinite for NaN.
   */
  public static double relativeDifference(double a, double b) {
    if (Double.doubleToLongBits(a) == Double.doubleToLongBits(b) || a == b) {
      return 0;
    }
    double difference = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }
}
