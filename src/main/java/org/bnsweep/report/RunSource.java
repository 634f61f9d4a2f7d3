package org.bnsweep.report;

import java.util.stream.Stream;
import org.bnsweep.sweep.TrialResult;

/** Where a report's numbers come from: a run folder, or anything else that can be read twice. */
public interface RunSource {

  /** What is known about the run as a whole. */
  RunDetails details();

  /**
   * Every finished trial in the grid's order. Opened anew by each call and closed by the caller; it
   * need not fit into memory.
   */
  Stream<TrialResult> results();
}
