package org.bnsweep.cli;

/**
 * The user's input is wrong; the message is one line that names what, where, and what would be
 * right.
 */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }

  InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
