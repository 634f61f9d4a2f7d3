package org.bnsweep.sweep.spark;

/**
 * Spark cannot start, or ended the sweep before every trial had a result; those that were delivered
 * stay valid.
 *
 * <p>The message is one line.
 */
public final class SweepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SweepException(String message, Throwable cause) {
    super(message, cause);
  }
}
