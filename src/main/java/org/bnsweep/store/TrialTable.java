package org.bnsweep.store;

import java.io.IOException;
import java.util.Optional;
import org.bnsweep.stats.PairFigures;
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

  /** Writes the rows that are known only after the last trial. */
  default void end(W out) throws IOException {}
}
