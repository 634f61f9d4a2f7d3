package org.bnsweep.config;

import java.util.regex.Pattern;
import org.bnsweep.config.Node.Kind;
import org.bnsweep.config.Node.Scalar;

/** Scalars as numbers, words and truth values. */
final class Scalars {
  /** No octal, hexadecimal or grouped notations: YAML 1.1 reads 010 as 8, people as 10. */
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");

  private static final Pattern REAL =
      Pattern.compile("[-+]?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))([eE][-+]?[0-9]+)?");

  private Scalars() {}

  /** A whole number in {@code least..most}. */
  static long whole(Node node, long least, long most) {
    String range =
        most == Long.MAX_VALUE ? " of " + least + " or more" : " in " + least + ".." + most;
    String expected = "a whole number" + range;
    if (!(node instanceof Scalar s
        && s.kind() == Kind.NUMBER
        && WHOLE.matcher(s.text()).matches())) {
      throw node.wrong(expected);
    }
    long value = Long.parseLong(s.text());
    if (value < least || value > most) {
      throw node.wrong(expected);
    }
    return value;
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

  /** A number as JSON has it: whole if it was written so. */
  static Number plain(Node node) {
    double value = number(node, "a finite number");
    boolean whole = node instanceof Scalar s && WHOLE.matcher(s.text()).matches();
    return whole ? (Number) Long.valueOf(((Scalar) node).text()) : Double.valueOf(value);
  }
}
