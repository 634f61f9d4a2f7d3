package org.bnsweep.data.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decimal numbers in text, as {@link Double#parseDouble} reads them but without making strings. */
final class Numbers {
  /** Without {@code 1d} and {@code 0x1p3}, which Java would take. */
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,9})?");

  private static final Pattern NO_NUMBER =
      Pattern.compile("[-+]?(?<word>nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  private static final double[] POWERS = powers();

  /** Digits that a double holds exactly, with some to spare. */
  private static final int EXACT_DIGITS = 15;

  private double value;
  private boolean whole;

  /** The number that was read last. */
  double value() {
    return value;
  }

  /** Whether that was written without a decimal point or an exponent. */
  boolean isWhole() {
    return whole;
  }

  /**
   * Reads one.
   *
   * @return whether there is one, and nothing but spaces around it; NaN and infinity are some
   */
  boolean read(char[] text, int from, int length) {
    int start = from;
    int end = from + length;
    while (start < end && text[start] <= ' ') {
      start++;
    }
    while (start < end && text[end - 1] <= ' ') {
      end--;
    }
    return readDigits(text, start, end) || readAny(new String(text, start, end - start));
  }

  /** As {@link #read(char[], int, int)}. */
  boolean read(String text) {
    char[] chars = text.toCharArray();
    return read(chars, 0, chars.length);
  }

  /**
   * A sign, few digits, at most one point: both parts are exact, so their quotient is rounded once.
   */
  private boolean readDigits(char[] text, int start, int end) {
    int i = start;
    boolean negative = i < end && text[i] == '-';
    if (negative || (i < end && text[i] == '+')) {
      i++;
    }
    if (end - i > EXACT_DIGITS + 1 || i == end) {
      return false;
    }
    long digits = 0;
    int count = 0;
    int point = -1;
    for (; i < end; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count++;
      } else if (c == '.' && point < 0) {
        point = count;
      } else {
        return false;
      }
    }
    if (count == 0 || count > EXACT_DIGITS) {
      return false;
    }
    whole = point < 0;
    double magnitude = whole ? digits : digits / POWERS[count - point];
    value = negative ? -magnitude : magnitude;
    return true;
  }

  private boolean readAny(String text) {
    whole = false;
    if (DECIMAL.matcher(text).matches()) {
      value = Double.parseDouble(text);
      whole = text.chars().allMatch(c -> c != '.' && c != 'e' && c != 'E');
      return true;
    }
    Matcher none = NO_NUMBER.matcher(text);
    if (!none.matches()) {
      return false;
    }
    double infinity = text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    value = none.group("word").equalsIgnoreCase("nan") ? Double.NaN : infinity;
    return true;
  }

  /** The number that {@code bits} are without a sign, rounded once. */
  static double ofUnsigned(long bits) {
    // The last bit counts for the rounding alone.
    return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
  }

  private static double[] powers() {
    double[] powers = new double[EXACT_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
