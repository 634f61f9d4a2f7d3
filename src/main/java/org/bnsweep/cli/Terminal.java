package org.bnsweep.cli;

/** Whether a person is looking at stderr. */
enum Terminal {
  YES,
  NO;

  /**
   * What the launcher found out ({@code bnsweep.terminal}); Java can only tell for all streams
   * together.
   */
  static Terminal ofStderr() {
    String told = System.getProperty("bnsweep.terminal");
    boolean yes = told == null ? System.console() != null : Boolean.parseBoolean(told);
    return yes ? YES : NO;
  }
}
