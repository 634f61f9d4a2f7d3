package org.bnsweep.cli.terminal;

/**
 * The user's input is wrong; the message is one line that names what, where, and what would be
 * right.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
