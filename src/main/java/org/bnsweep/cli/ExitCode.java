package org.bnsweep.cli;

/** What the process tells whoever started it. */
final class ExitCode {
  /** Every trial trained; a network that diverged counts. */
  static final int OK = 0;

  /** A trial failed, or something broke. */
  static final int FAILED = 1;

  /** The user's input is wrong. */
  static final int BAD_INPUT = 2;

  /** Interrupted by the user, as shells have it for SIGINT. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
