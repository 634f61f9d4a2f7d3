package org.bnsweep.sweep;

import java.io.Serializable;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.PairResult;

/**
 * Whatever turns the settings of a trial into its numbers; tasks are shipped one, so tests can put
 * another in its place.
 *
 * <p>Called from several threads of a process at once.
 */
@FunctionalInterface
public interface TrialRunner extends Serializable {

  /**
   * Trains one pair.
   *
   * @throws RuntimeException when it cannot; the trial is then recorded as failed with the message
   */
  PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters);
}
