package org.bnsweep.store;

/** What to do with the run that a folder has already. */
public enum OnExisting {
  /** Keep its ledger and train what it lacks; a folder of something else is refused. */
  RESUME,
  /**
   * Remove the files of the old run, and no others, as soon as there is something new to write, and
   * start again.
   */
  OVERWRITE
}
