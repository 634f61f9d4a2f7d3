package org.bnsweep.report.io;

import java.util.function.Consumer;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.TrialResult;

/** Where a report's numbers come from: a run folder, or anything else that can be read twice. */
public interface RunSource {

  /** What is known about the run as a whole. */
  RunFacts facts();

  /**
   * Hands every finished trial to {@code action}, in the grid's order and the same at every call;
   * they need not fit into memory.
   */
  void forEachTrial(Consumer<TrialResult> action);

  /** Hands the settings of every trial to {@code action}, in the order of {@link #forEachTrial}. */
  default void forEachSetting(Consumer<Hyperparameters> action) {
    forEachTrial(result -> action.accept(result.trial().hyperparameters()));
  }
}
