package org.bnsweep.cli.terminal;

/** What the process tells whoever started it. */
public final class ExitCode {
  /** Every trial trained; a network that diverged counts. */
  public static final int OK = 0;

  /** A trial failed, or something broke. */
  public static final int FAILED = 1;

  /** The user's input is wrong. */
  public static final int BAD_INPUT = 2;

  /** Interrupted by the user, as shells have it for SIGINT. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
