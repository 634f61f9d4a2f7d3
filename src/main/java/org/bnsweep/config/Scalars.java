package org.bnsweep.config;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.bnsweep.config.Node.Kind;
import org.bnsweep.config.Node.Scalar;

/** Scalars as numbers, words and truth values. */
final class Scalars {
  /** No octal, hexadecimal or grouped notations: YAML 1.1 reads 010 as 8, people as 10. */
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");

  /** A point or an exponent makes it decimal, and it can be whole all the same. */
  private static final Pattern DECIMAL = Pattern.compile(".*[.eE].*");

  /** More than any whole number of use has; long ones take long to read. */
  private static final int DIGITS = 100;

  /** Up to here every whole number is a double. */
  private static final double MOST_EXACT = 0x1p53;

  private static final Pattern REAL =
      Pattern.compile("[-+]?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))([eE][-+]?[0-9]+)?");

  private Scalars() {}

  /** A whole number in {@code least..most}. */
  static long whole(Node node, long least, long most) {
    String range =
        most == Long.MAX_VALUE ? " of " + least + " or more" : " in " + least + ".." + most;
    String expected = "a whole number" + range;
    long value = whole(node, expected);
    if (value < least || value > most) {
      throw node.wrong(expected);
    }
    return value;
  }

  /** A whole number. */
  static long whole(Node node, String expected) {
    OptionalLong value = node instanceof Scalar s ? exactly(s) : OptionalLong.empty();
    return value.orElseThrow(() -> node.wrong(expected));
  }

  /** The whole number that a scalar is exactly: {@code 1000}, {@code 1e3}, {@code 1000.0}. */
  private static OptionalLong exactly(Scalar scalar) {
    String text = scalar.text();
    if (scalar.kind() != Kind.NUMBER) {
      return OptionalLong.empty();
    }
    if (WHOLE.matcher(text).matches()) {
      return OptionalLong.of(Long.parseLong(text));
    }
    if (!looksLikeNumber(text) || !DECIMAL.matcher(text).matches() || text.length() > DIGITS) {
      return OptionalLong.empty();
    }
    // What double cannot hold is no whole number of use, and could have a billion digits.
    double near = Double.parseDouble(text);
    if (Math.abs(near) > MOST_EXACT || near != Math.rint(near)) {
      return OptionalLong.empty();
    }
    BigDecimal exact = new BigDecimal(text);
    long whole = (long) near;
    return exact.compareTo(BigDecimal.valueOf(whole)) == 0
        ? OptionalLong.of(whole)
        : OptionalLong.empty();
  }

  /** A whole number in {@code least..most}. */
  static int smallWhole(Node node, int least, int most) {
    return Math.toIntExact(whole(node, least, most));
  }

  /** A finite number. */
  static double number(Node node, String expected) {
    if (!(node instanceof Scalar s && isNumber(s))) {
      throw node.wrong(expected);
    }
    double value = Double.parseDouble(s.text());
    if (!Double.isFinite(value)) {
      throw node.wrong(expected);
    }
    return value;
  }

  /** Whether the scalar is a number in decimal notation. */
  static boolean isNumber(Scalar scalar) {
    return scalar.kind() == Kind.NUMBER && looksLikeNumber(scalar.text());
  }

  /** Whether the text would be a number if it were not quoted. */
  static boolean looksLikeNumber(String text) {
    return REAL.matcher(text).matches();
  }

  /** Any text that is not empty; a number or truth value as it was written. */
  static String text(Node node, String expected) {
    if (!(node instanceof Scalar s) || s.kind() == Kind.EMPTY || s.text().isBlank()) {
      throw node.wrong(expected);
    }
    return s.text();
  }

  /** A number as JSON has it: whole if it is so. */
  static Number plain(Node node) {
    double value = number(node, "a finite number");
    OptionalLong whole = node instanceof Scalar s ? exactly(s) : OptionalLong.empty();
    return whole.isPresent() ? (Number) whole.getAsLong() : (Number) value;
  }
}
