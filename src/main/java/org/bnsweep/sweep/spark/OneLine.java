package org.bnsweep.sweep.spark;

/** A throwable as one line of text. */
final class OneLine {
  private static final int MAX_LENGTH = 500;

  private OneLine() {}

  /** The simple name of its class, and its message if it has one; at most 500 characters. */
  static String of(Throwable e) {
    String name = e.getClass().getSimpleName();
    String message = e.getMessage();
    String line =
        message == null || message.isBlank()
            ? name
            : name + ": " + message.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 3) + "...";
  }
}
