package org.bnsweep.config;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Text from a file or the command line, made fit to be shown: no control characters, no novels. */
public final class OneLine {
  private static final int SHOWN = 60;

  private OneLine() {}

  /**
   * The text with every character that is not seen, or could be taken for a plain space, written as
   * an escape.
   */
  public static String of(String text) {
    return escaped(text, OneLine::unseen);
  }

  /** A key on one line: known ones are ASCII, so that whatever is not is written as an escape. */
  static String ofKey(String key) {
    return escaped(key, c -> c > 0x7e || unseen(c));
  }

  /** The first character of a key that is not ASCII, by its name; nothing if all are. */
  static String oddity(String key) {
    OptionalInt odd = key.codePoints().filter(c -> c > 0x7f).findFirst();
    return odd.isPresent()
        ? String.format(Locale.ROOT, " (U+%04X %s)", odd.getAsInt(), name(odd.getAsInt()))
        : "";
  }

  /** The text's first character that looks like a plain space, or like nothing, and is not. */
  static OptionalInt oddSpace(String text) {
    return text.codePoints().filter(c -> unseen(c) && !Character.isISOControl(c)).findFirst();
  }

  /** {@code NO-BREAK SPACE}. */
  static String name(int codePoint) {
    return Objects.requireNonNullElse(Character.getName(codePoint), "not assigned");
  }

  /** The beginning of a long text. */
  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN - 3)) + "...";
  }

  private static String escaped(String text, IntPredicate hidden) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (hidden.test(c)) {
                shown.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean unseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SPACE_SEPARATOR -> c != ' ';
      // Letters and a symbol by their type, blank by their looks: the Hangul fillers, Braille.
      default -> c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x2800;
    };
  }
}
