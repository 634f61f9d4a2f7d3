package org.bnsweep.data;

import java.io.IOException;
import java.io.Serial;
import java.util.regex.Pattern;
import org.bnsweep.files.UserPathErrors;

/**
 * Samples that cannot be had as they were asked for, with a message for the user: one line that
 * names the file or the setting, what was found and what would be right.
 */
public class DataException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");

  /** Control characters in {@code message}, as file names can have, become spaces. */
  public DataException(String message) {
    super(oneLine(message));
  }

  /** As {@link #DataException(String)}, for an error met below. */
  public DataException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /** A place that is wrong, or a disk or host that failed: {@code what}, and why after a colon. */
  public static DataException of(String what, IOException cause) {
    String message = what + ": " + reason(cause);
    return UserPathErrors.isShownBy(cause)
        ? new DataException(message, cause)
        : new DataUnavailableException(message, cause);
  }

  /** What {@code cause} says, or its kind if it says nothing. */
  public static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }

  /** {@code message} without control characters. */
  public static String oneLine(String message) {
    return LINE_BREAKS.matcher(message).replaceAll(" ").strip();
  }
}
