package org.bnsweep.store;

import org.jspecify.annotations.Nullable;

/** A run folder that cannot be used as asked; the message is one line for the user. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal that no other exception caused. */
  public StoreException(String message) {
    super(message);
  }

  /** A failure of the disk or of a file: {@code what} and, after a colon, the cause's reason. */
  StoreException(String what, Throwable cause) {
    super(what + ": " + reason(cause), cause);
  }

  /**
   * The first line of what {@code cause} says, or its kind if it says nothing; both of an {@link
   * Error}, which often names but a class or a library.
   */
  static String reason(Throwable cause) {
    String kind = cause.getClass().getSimpleName();
    @Nullable String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return kind;
    }
    String line =
        message.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    return cause instanceof Error ? kind + ": " + line : line;
  }
}
