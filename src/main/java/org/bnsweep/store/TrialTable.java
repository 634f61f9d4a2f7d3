package org.bnsweep.store;

import java.io.IOException;
import java.util.Optional;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.table.HyperparameterColumns;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.trial.RecordedTrial;

/**
 * What a table of the results says of each trial, in the grid's order.
 *
 * @param <W> the writer of its rows
 */
interface TrialTable<W> {

  /**
   * Writes the rows of the next trial.
   *
   * @param figures of its curves; empty if it failed
   */
  void add(RecordedTrial trial, Optional<PairFigures> figures, W out) throws IOException;

  /** Begins a row with the settings of {@code trial}. */
  static void start(Row row, RecordedTrial trial) {
    row.clear();
    HyperparameterColumns.write(
        row,
        trial.trial().id(),
        trial.trial().hyperparameters(),
        trial.trainSize(),
        trial.epochs());
  }

  /** Writes the rows that are known only after the last trial. */
  default void end(W out) throws IOException {}
}
