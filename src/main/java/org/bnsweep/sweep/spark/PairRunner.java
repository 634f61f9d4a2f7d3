package org.bnsweep.sweep.spark;

import java.util.Optional;
import org.bnsweep.data.Dataset;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.TrainerPool;

/**
 * The runner that trains for real. All tasks of a process share one pool of trainers: the samples
 * are widened once, and buffers go from trial to trial.
 */
public enum PairRunner implements TrialRunner {
  INSTANCE;

  private static final Object LOCK = new Object();

  // Outlives the tasks, so it belongs to the process; an enum constant is deserialized to itself.
  private static Optional<TrainerPool> pool = Optional.empty();

  @Override
  public PairCurves run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
    return poolFor(dataset).train(hyperparameters, epochs);
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
