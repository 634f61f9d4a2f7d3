package org.bnsweep.sweep.spark;

import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Recordings;
import org.bnsweep.train.TrainerPool;

/**
 * The runner that trains for real. All tasks of a process share one pool of trainers per data set:
 * the samples are widened once, and buffers go from trial to trial.
 *
 * @param recordings what it keeps beside the curves
 */
public record PairRunner(Recordings recordings) implements TrialRunner {
  /** Keeps the curves alone. */
  public static final PairRunner CURVES = new PairRunner(Recordings.NONE);

  // Outlive the tasks, so they belong to the process.
  private static final TrainerPools POOLS = new TrainerPools(TrainerPool::new);

  @Override
  public PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
    return POOLS.with(dataset, pool -> pool.train(hyperparameters, epochs, recordings));
  }

  /** Loads the native libraries and widens the samples, so that the first trial finds both done. */
  public static void prepare(Dataset dataset) {
    POOLS.with(
        dataset,
        pool -> {
          pool.prepare();
          return pool;
        });
  }
}
