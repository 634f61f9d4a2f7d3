package org.bnsweep.store.files;

/** What to do with a run folder at a place where no run can keep others out. */
public enum Locking {
  /** Refuse it. */
  REQUIRED,
  /** Write to it all the same, with a warning: the user sees to it that no other run does. */
  WHERE_POSSIBLE
}
