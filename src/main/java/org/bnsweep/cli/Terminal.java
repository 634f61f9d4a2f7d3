package org.bnsweep.cli;

/** Whether a person is looking at stderr. */
enum Terminal {
  YES,
  NO;

  /** As the launcher found ({@code bnsweep.terminal}): Java cannot tell for stderr alone. */
  static Terminal ofStderr() {
    return Boolean.getBoolean("bnsweep.terminal") ? YES : NO;
  }
}
