package org.bnsweep.sweep;

import java.util.List;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;

/**
 * What every trial of a sweep does, and from it how much work it is.
 *
 * @param shape of a sample
 * @param trainSize training samples, 1 and up
 * @param testSize test samples, 0 for none
 * @param epochs points of every curve, 1 and up
 * @param recordings what is kept beside the curves
 */
public record Workload(
    SampleShape shape, int trainSize, int testSize, int epochs, Recordings recordings) {
  private static final int NETWORKS = 2;

  /** Up to so many trials every one is counted; of more, a random sample. */
  private static final int MAX_COUNTED = 500_000;

  /**
   * A row of curves.parquet: 8 bytes of loss, which do not compress, and what is left of the rest.
   *
   * <p>With the two constants below fitted to real runs: conf/overfitting.yaml has 95,099 bytes
   * (9,000 rows, 45 trials; 2 % above by this estimate), conf/weight-scale.yaml 11,840 (640 rows,
   * 16 trials; 4 % above).
   */
  private static final int BYTES_PER_ROW = 10;

  /** A trial's id, which does not compress. */
  private static final int BYTES_PER_TRIAL = 32;

  /** The footer: columns and their statistics. */
  private static final int BYTES_PER_FILE = 5400;

  /**
   * @throws IllegalArgumentException if a size is out of its range
   */
  public Workload {
    if (trainSize < 1 || testSize < 0 || epochs < 1) {
      throw new IllegalArgumentException(
          "sizes are "
              + List.of(trainSize, testSize, epochs)
              + ", must be 1 or more, test samples 0 or more");
    }
  }

  /**
   * Updates of each network: an epoch's point is taken after its first one, so the last epoch has
   * one.
   */
  public long iterations(int batchSize) {
    long perEpoch = -Math.floorDiv(-(long) trainSize, batchSize);
    return (epochs - 1) * perEpoch + 1;
  }

  /** About how large the result of {@code trial} is, counted in points of a curve. */
  public long points(Hyperparameters trial) {
    return recordings.points(epochs, trial.hidden().size());
  }

  /**
   * Floating-point operations of a trial's matrix products, both networks, training, evaluation and
   * recording; whatever else it does is element by element and small beside them.
   */
  public double flops(Hyperparameters trial) {
    NetworkSize network = shape.network(trial.hidden());
    double forward = 2.0 * network.weights();
    // Backward: a product for the weights' gradient, one for the input's, which the first lacks.
    double backward = forward + 2.0 * (network.weights() - network.firstWeights());
    double training = iterations(trial.batchSize()) * trial.batchSize() * (forward + backward);
    double evaluation = (double) epochs * (trainSize + testSize) * forward;
    double recording = (double) epochs * trial.batchSize() * recording(forward, backward);
    return NETWORKS * (training + evaluation + recording);
  }

  /** What is recorded of a sample of a point's batch: the weights' gradient, and all of a step. */
  private double recording(double forward, double backward) {
    double gradient = forward;
    double flops = 0;
    if (recordings.has(Recording.GRADIENTS)) {
      flops += gradient;
    }
    if (recordings.has(Recording.LANDSCAPE)) {
      flops += gradient + Landscape.STEPS.size() * (forward + backward);
    }
    return flops;
  }

  /** Bytes of all samples with their labels, sent to each executor once. */
  public long broadcastBytes() {
    return ((long) trainSize + testSize) * shape.bytes();
  }

  /** Rows of the curves: one per trial, network and epoch. */
  public long outputRows(long trials) {
    return trials * NETWORKS * epochs;
  }

  /** About how many bytes curves.parquet will have. */
  public long outputBytes(long trials) {
    return BYTES_PER_FILE + outputRows(trials) * BYTES_PER_ROW + trials * BYTES_PER_TRIAL;
  }

  /** The work of all trials of a grid; above half a million trials, estimated from as many. */
  public WorkEstimate of(Grid grid) {
    long counted = Math.min(grid.size(), MAX_COUNTED);
    Permutation order = new Permutation(grid.size(), 0);
    double flops = 0;
    long largest = 0;
    for (long i = 0; i < counted; i++) {
      Hyperparameters trial = grid.get(counted == grid.size() ? i : order.at(i));
      flops += flops(trial);
      largest = Math.max(largest, shape.network(trial.hidden()).weights());
    }
    return new WorkEstimate(
        grid.size(),
        counted,
        flops / counted * grid.size(),
        largest,
        broadcastBytes(),
        outputRows(grid.size()),
        outputBytes(grid.size()));
  }
}
