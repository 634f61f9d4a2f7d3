package org.bnsweep.store;

import java.io.IOException;

/** A result file while it is written: takes the trials in the grid's order, then appears. */
interface TrialSink {

  /** Takes the next trial. */
  void accept(RecordedTrial trial) throws IOException;

  /** Makes the file appear under its name. */
  void commit() throws IOException;

  /** Throws away what was written; the file of an earlier run stays. */
  void abandon();
}
