package org.bnsweep.files;

/** Why something failed, in one line. */
public final class Reason {
  private Reason() {}

  /**
   * The first line of what {@code cause} says, or its kind if it says nothing; both of an {@link
   * Error}, which often names but a class or a library.
   */
  public static String of(Throwable cause) {
    String kind = cause.getClass().getSimpleName();
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    String line =
        message.lines().map(String::strip).filter(text -> !text.isEmpty()).findFirst().orElse("");
    if (line.isEmpty()) {
      return kind;
    }
    return cause instanceof Error ? kind + ": " + line : line;
  }
}
