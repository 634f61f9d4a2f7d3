package org.bnsweep.cli.terminal;

import java.util.Locale;
import java.util.Objects;
import org.bnsweep.config.OneLine;
import org.bnsweep.settings.Hyperparameter;

/** Text for a terminal: values as people write them, and nothing that could rewrite the screen. */
public final class PlainText {
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

  private PlainText() {}

  /**
   * {@code text} on one line, with an escape in place of every character that is not seen, changes
   * the direction of others, or could be taken for a plain space.
   */
  public static String oneLine(String text) {
    return OneLine.of(text.strip().replaceAll("\\s*\\R\\s*", " "));
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

  /** A value of an axis as in YAML, numbers to four digits. */
  public static String brief(Hyperparameter axis, Object value) {
    return axis.plain(value) instanceof Double number ? number(number) : axis.text(value);
  }

  /** Four digits, without zeros at the end: {@code 0.01}, {@code 0.5412}, {@code 1e-07}. */
  public static String number(double number) {
    if (number == 0 || !Double.isFinite(number)) {
      return number == 0 ? "0" : Double.toString(number);
    }
    String text = String.format(Locale.ROOT, "%.3e", number);
    int exponent = Integer.parseInt(text.substring(text.indexOf('e') + 1));
    if (exponent < -5 || exponent > 6) {
      return text.replaceFirst("\\.?0*e", "e");
    }
    String plain = String.format(Locale.ROOT, "%." + Math.max(0, 3 - exponent) + "f", number);
    return plain.contains(".") ? plain.replaceFirst("\\.?0+$", "") : plain;
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
