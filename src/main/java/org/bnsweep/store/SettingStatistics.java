package org.bnsweep.store;

import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.Network;

/** The trials that differ in their seed alone, in numbers that do not grow with the seeds. */
final class SettingStatistics {
  private final Hyperparameters settings;
  private final SeriesStatistics bn = new SeriesStatistics();
  private final SeriesStatistics plain = new SeriesStatistics();
  private final SeriesStatistics difference = new SeriesStatistics();
  private int trained;
  private int failed;

  /**
   * No trials yet.
   *
   * @param settings of all of them but the seed, which is 0
   */
  SettingStatistics(Hyperparameters settings) {
    this.settings = settings;
  }

  Hyperparameters settings() {
    return settings;
  }

  void add(RecordedTrial trial) {
    if (trial.result().outcome() instanceof Trained pair) {
      trained++;
      CurveFigures withBn = CurveFigures.of(pair.curves().bn());
      CurveFigures without = CurveFigures.of(pair.curves().plain());
      bn.add(pair.curves().bn(), withBn);
      plain.add(pair.curves().plain(), without);
      difference.addDifference(withBn, without);
    } else {
      failed++;
    }
  }

  SeriesStatistics of(Network network) {
    return network == Network.BN ? bn : plain;
  }

  /** BN minus plain, trial by trial: it is the same batches that they saw. */
  SeriesStatistics difference() {
    return difference;
  }

  int trained() {
    return trained;
  }

  int failed() {
    return failed;
  }

  /** Whether at least half of the seeds reached {@code threshold} at some epoch. */
  boolean trains(Network network, Threshold threshold) {
    return trained > 0 && 2 * of(network).reached(threshold) >= trained;
  }
}
