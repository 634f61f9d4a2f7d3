package org.bnsweep.train;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.nn.HiddenObserver;
import org.bnsweep.nn.Matrix;
import org.bnsweep.nn.Mlp;
import org.bnsweep.nn.Predictions;
import org.bnsweep.nn.Tensor;

/** One network of a pair on its way through a trial. */
final class Trainee {
  /** What NumPy's argmax says of a row of NaN. */
  private static final int ANSWER_OF_NAN = 0;

  private final Mlp network;
  private final Optimizer optimizer;
  private final TrainingData.Form data;
  private final List<Point> points = new ArrayList<>();
  private int divergedEpoch = NetworkCurve.NEVER;
  private double loss;

  Trainee(Mlp network, Optimizer optimizer, TrainingData.Form data) {
    this.network = network;
    this.optimizer = optimizer;
    this.data = data;
  }

  /**
   * One update on a batch; of a network that is lost only the random stream goes on.
   *
   * @param observer sees the hidden layers before the update; nothing of a network that is lost
   */
  void step(Matrix batch, int[] labels, HiddenObserver observer) {
    if (network.isLost()) {
      network.skipMasks(batch.rows());
      loss = Double.NaN;
    } else {
      loss = network.gradient(batch, labels, observer);
      optimizer.update();
    }
  }

  /** Takes the point of {@code epoch}. */
  void measure(int epoch, int iteration) {
    double trainAccuracy = accuracy(data.train(), epoch);
    double testAccuracy = data.test().isPresent() ? accuracy(data.test().get(), epoch) : Double.NaN;
    if (!Double.isFinite(loss)) {
      diverged(epoch);
    }
    points.add(new Point(epoch, iteration, loss, trainAccuracy, testAccuracy));
  }

  private double accuracy(SampleMatrix samples, int epoch) {
    if (network.isLost()) {
      diverged(epoch);
      return (double) samples.countOf(ANSWER_OF_NAN) / samples.count();
    }
    int correct = 0;
    int first = 0;
    for (Matrix block : samples.blocks()) {
      Tensor logits = network.predict(block);
      correct += Predictions.correct(logits, samples.labels(), first);
      first += block.rows();
      if (!Predictions.finite(logits)) {
        diverged(epoch);
      }
    }
    return (double) correct / samples.count();
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
