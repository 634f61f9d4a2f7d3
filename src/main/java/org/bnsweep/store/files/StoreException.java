package org.bnsweep.store.files;

import java.io.IOException;
import org.bnsweep.files.WrongPlace;
import org.jspecify.annotations.Nullable;

/**
 * A run folder that failed, or with {@link RunRefusedException} one that was refused; the message
 * is one line for the user.
 */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that no other exception caused. */
  public StoreException(String message) {
    super(message);
  }

  /** A failure of the disk or of a file: {@code what} and, after a colon, the cause's reason. */
  public StoreException(String what, Throwable cause) {
    super(what + ": " + reason(cause), cause);
  }

  private StoreException(StoreException first) {
    super(first.getMessage(), first.getCause());
    setStackTrace(first.getStackTrace());
  }

  /** Another exception that says the same. */
  public final StoreException again() {
    return new StoreException(this);
  }

  /** A refusal if {@code cause} shows that the user named a wrong place, else a failure. */
  public static StoreException of(String what, IOException cause) {
    return WrongPlace.isShownBy(cause)
        ? new RunRefusedException(what, cause)
        : new StoreException(what, cause);
  }

  /**
   * The first line of what {@code cause} says, or its kind if it says nothing; both of an {@link
   * Error}, which often names but a class or a library.
   */
  public static String reason(Throwable cause) {
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
