package org.bnsweep.sweep.spark;

import java.util.Optional;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.ActivationRecording;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.TrainerPool;

/**
 * The runner that trains for real. All tasks of a process share one pool of trainers: the samples
 * are widened once, and buffers go from trial to trial.
 */
public enum PairRunner implements TrialRunner {
  /** Keeps the curves. */
  CURVES(ActivationRecording.OFF),
  /** Keeps the curves, and the activations of some epochs. */
  CURVES_AND_ACTIVATIONS(ActivationRecording.ON);

  private static final Object LOCK = new Object();

  // Outlives the tasks, so it belongs to the process; an enum constant is deserialized to itself.
  private static Optional<TrainerPool> pool = Optional.empty();

  private final ActivationRecording recording;

  PairRunner(ActivationRecording recording) {
    this.recording = recording;
  }

  /** The runner that keeps what {@code recording} says. */
  public static PairRunner keeping(ActivationRecording recording) {
    return recording == ActivationRecording.ON ? CURVES_AND_ACTIVATIONS : CURVES;
  }

  @Override
  public PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
    return poolFor(dataset).train(hyperparameters, epochs, recording);
  }

  /** Loads the native libraries and widens the samples, so that the first trial finds both done. */
  public static void prepare(Dataset dataset) {
    poolFor(dataset).prepare();
  }

  private static TrainerPool poolFor(Dataset dataset) {
    synchronized (LOCK) {
      if (pool.isEmpty() || !pool.get().trainsOn(dataset)) {
        pool.ifPresent(TrainerPool::close);
        pool = Optional.of(new TrainerPool(dataset));
      }
      return pool.get();
    }
  }
}
