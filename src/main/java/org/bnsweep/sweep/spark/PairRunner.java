package org.bnsweep.sweep.spark;

import java.util.Optional;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Recordings;
import org.bnsweep.train.TrainerPool;

/**
 * The runner that trains for real. All tasks of a process share one pool of trainers: the samples
 * are widened once, and buffers go from trial to trial.
 *
 * @param recordings what it keeps beside the curves
 */
public record PairRunner(Recordings recordings) implements TrialRunner {
  /** Keeps the curves alone. */
  public static final PairRunner CURVES = new PairRunner(Recordings.NONE);

  private static final Object LOCK = new Object();

  // Outlives the tasks, so it belongs to the process.
  private static Optional<TrainerPool> pool = Optional.empty();

  @Override
  public PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
    return poolFor(dataset).train(hyperparameters, epochs, recordings);
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
