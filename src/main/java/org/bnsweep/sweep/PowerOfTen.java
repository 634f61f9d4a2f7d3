package org.bnsweep.sweep;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Ten to a power, rounded correctly, so that a weight scale and with it a trial's id is the same on
 * every machine.
 *
 * <p>{@code Math.pow} may differ by 1 ulp between machines and between interpreter and compiler;
 * {@code StrictMath.pow} does not, but is off in one value of the default experiment.
 */
final class PowerOfTen {
  private static final MathContext DIGITS = new MathContext(40);
  private static final BigDecimal LN_10 =
      new BigDecimal(
          "2.302585092994045684017991454684364207601101488628772976033327900967572609677");

  /** Beyond, every power is 0 or infinite. */
  private static final double LARGEST = 400;

  private PowerOfTen() {}

  /** {@code 10^y}; 0 and infinity where doubles end, NaN for NaN. */
  static double of(double y) {
    if (!(Math.abs(y) <= LARGEST)) {
      return Math.pow(10, y);
    }
    // 10^y = 10^whole * e^(fraction ln 10): the first factor moves the decimal point, the second
    // is a short Taylor series. The subtraction is exact.
    double whole = Math.rint(y);
    BigDecimal x = new BigDecimal(y - whole).multiply(LN_10, DIGITS);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; term.signum() != 0 && term.precision() - term.scale() > -40; k++) {
      term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum.scaleByPowerOfTen((int) whole).doubleValue();
  }
}
