package org.bnsweep.report.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them: on charts, on the terminal, and on the page, whose {@code format.js}
 * follows the same rules.
 */
public final class Numbers {
  private static final int TITLE_DIGITS = 4;

  private Numbers() {}

  /**
   * At most four significant digits, always with a point or an exponent, as the book prints them:
   * {@code 1.0}, {@code 0.5412}, {@code 0.0001}, {@code 1e-5}.
   */
  public static String brief(double value) {
    if (value == 0) {
      return "0.0";
    }
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value < 0 ? "-infinite" : "infinite";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(TITLE_DIGITS, RoundingMode.HALF_UP))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent > 6) {
      return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
    String plain = rounded.toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /** A final accuracy or a difference of two: three decimals. */
  public static String accuracy(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
