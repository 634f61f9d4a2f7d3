package org.bnsweep.report.model;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Numbers in [0, 1] as text of few characters, some of a 64-character alphabet per number, for
 * curves that travel inside JSON.
 *
 * <p>A number is rounded to a multiple of {@code 1/scale}. The page decodes with the same alphabet;
 * no character of it needs an escape in JSON or HTML.
 *
 * @param width characters per number
 * @param scale the integer that stands for 1
 */
public record CurveText(int width, int scale) {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

  /** In place of each character of a number that was not measured. */
  private static final char NONE = '.';

  static final CurveText FINE = new CurveText(3, 240_000);

  /** Two characters; exact for single trials with {@code samples} up to 4000. */
  static CurveText coarse(int samples) {
    return new CurveText(2, samples <= 4000 ? samples * (4000 / samples) : 4000);
  }

  /** The number of each of {@code epochs}, as {@code width} characters. */
  public String encode(List<Integer> epochs, IntToDoubleFunction number) {
    StringBuilder text = new StringBuilder(width * epochs.size());
    for (int epoch : epochs) {
      append(text, number.applyAsDouble(epoch));
    }
    return text.toString();
  }

  private void append(StringBuilder text, double number) {
    if (Double.isNaN(number)) {
      text.append(String.valueOf(NONE).repeat(width));
      return;
    }
    long value = Math.round(Math.min(1, Math.max(0, number)) * scale);
    for (int shift = 6 * (width - 1); shift >= 0; shift -= 6) {
      text.append(ALPHABET.charAt((int) (value >> shift & 63)));
    }
  }
}
