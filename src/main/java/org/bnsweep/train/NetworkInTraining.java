package org.bnsweep.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bnsweep.nn.HiddenObserver;
import org.bnsweep.nn.Matrix;
import org.bnsweep.nn.Mlp;
import org.bnsweep.nn.Predictions;
import org.bnsweep.nn.Tensor;
import org.bnsweep.train.optimizer.Optimizer;

/** One network of a pair on its way through a trial. */
final class NetworkInTraining {
  /** What NumPy's argmax says of a row of NaN. */
  private static final int ANSWER_OF_NAN = 0;

  private final Mlp network;
  private final Optimizer optimizer;
  private final List<Point> points = new ArrayList<>();
  private int divergedEpoch = NetworkCurve.NEVER;
  private double loss;

  NetworkInTraining(Mlp network, Optimizer optimizer) {
    this.network = network;
    this.optimizer = optimizer;
  }

  /**
   * One update on a batch; of a network that is lost only the random stream goes on.
   *
   * @param hidden sees the hidden layers before the update; nothing of a network that is lost
   * @param around sees the network before and after the update
   */
  void step(Matrix batch, int[] labels, HiddenObserver hidden, UpdateObserver around) {
    if (network.isLost()) {
      network.skipMasks(batch.rows());
      loss = Double.NaN;
      around.lost(network);
    } else {
      loss = network.gradient(batch, labels, hidden);
      Runnable after = around.beforeUpdate(network, batch, labels);
      optimizer.update();
      after.run();
    }
  }

  /**
   * Takes the point of {@code epoch} for all of {@code pair}. They see a block of samples one after
   * the other, while it is in the processor's cache.
   */
  static void measure(
      List<NetworkInTraining> pair, TrainingData.Form data, int epoch, int iteration) {
    double[] train = accuracies(pair, data.train(), epoch);
    double[] test = new double[pair.size()];
    Arrays.fill(test, Double.NaN);
    if (data.test().isPresent()) {
      test = accuracies(pair, data.test().get(), epoch);
    }
    for (int k = 0; k < train.length; k++) {
      pair.get(k).point(epoch, iteration, train[k], test[k]);
    }
  }

  private static double[] accuracies(
      List<NetworkInTraining> pair, SampleMatrix samples, int epoch) {
    int[] correct = new int[pair.size()];
    int first = 0;
    for (Matrix block : samples.blocks()) {
      for (int k = 0; k < correct.length; k++) {
        correct[k] += pair.get(k).correct(block, samples.labels(), first, epoch);
      }
      first += block.rows();
    }
    return Arrays.stream(correct).mapToDouble(c -> (double) c / samples.count()).toArray();
  }

  private int correct(Matrix block, int[] labels, int first, int epoch) {
    if (network.isLost()) {
      diverged(epoch);
      return SampleMatrix.count(labels, first, block.rows(), ANSWER_OF_NAN);
    }
    Tensor logits = network.predict(block);
    if (!Predictions.finite(logits)) {
      diverged(epoch);
    }
    return Predictions.correct(logits, labels, first);
  }

  private void point(int epoch, int iteration, double trainAccuracy, double testAccuracy) {
    if (!Double.isFinite(loss)) {
      diverged(epoch);
    }
    points.add(new Point(epoch, iteration, loss, trainAccuracy, testAccuracy));
  }

  private void diverged(int epoch) {
    if (divergedEpoch == NetworkCurve.NEVER) {
      divergedEpoch = epoch;
    }
  }

  NetworkCurve curve() {
    return new NetworkCurve(points, divergedEpoch);
  }
}
