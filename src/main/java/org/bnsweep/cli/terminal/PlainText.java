package org.bnsweep.cli.terminal;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bnsweep.config.OneLine;

/**
 * Text for a terminal: sizes and times as people write them, and nothing that could rewrite the
 * screen.
 */
public final class PlainText {
  /** {@code user:password} of {@code s3a://user:password@bucket/runs}. */
  private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/@\\s]*:[^/@\\s]*(?=@)");

  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

  private PlainText() {}

  /**
   * {@code text} on one line, with an escape in place of every character that is not seen, changes
   * the direction of others, or could be taken for a plain space, and without the user and password
   * of a URI.
   */
  public static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return OneLine.of(LOGIN.matcher(line).replaceAll("..."));
  }

  /**
   * The message of {@code problem} on one line, or its kind if it has none; both of an {@link
   * Error}, which often names but a class or a library.
   */
  public static String message(Throwable problem) {
    String kind = problem.getClass().getSimpleName();
    String message = oneLine(Objects.requireNonNullElse(problem.getMessage(), ""));
    if (message.isEmpty()) {
      return kind;
    }
    return problem instanceof Error ? kind + ": " + message : message;
  }

  /** {@code 785 kB}; powers of 1000. */
  public static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 999.5 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    String format = unit == 0 || size >= 99.95 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, format, size, UNITS[unit]);
  }

  /** {@code 1:02:03} or {@code 2:03}. */
  public static String clock(double seconds) {
    long s = Math.round(seconds);
    return s >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
        : String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
  }

  /** {@code 1 trial}, {@code 23,040 trials}. */
  public static String count(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
