package org.bnsweep.train;

import java.util.HashMap;
import java.util.Map;

/** One pool of trainers for each size of the training set. */
final class Pools implements AutoCloseable {
  private final Map<Integer, TrainerPool> pools = new HashMap<>();

  PairCurves train(OracleTrial trial) {
    return pools
        .computeIfAbsent(trial.trainSize(), n -> new TrainerPool(Data.of(n, OracleTrial.TEST_SIZE)))
        .train(trial.hyperparameters(), trial.epochs());
  }

  @Override
  public void close() {
    pools.values().forEach(TrainerPool::close);
    pools.clear();
  }
}
