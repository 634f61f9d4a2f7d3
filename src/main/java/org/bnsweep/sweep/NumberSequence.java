package org.bnsweep.sweep;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers made by a generator, ascending or descending, each computed when asked for: ten million
 * seeds are three numbers.
 */
public sealed interface NumberSequence extends Serializable {

  /** How many; 1 and up. */
  int size();

  /** Number {@code index}, 0 to {@code size() - 1}; infinite where the formula overflows. */
  Number get(int index);

  /** Whether all numbers are known to differ without looking at each. */
  boolean distinct();

  /** {@code n} evenly spaced numbers from {@code a} to {@code b}, both included, as numpy's. */
  static NumberSequence linspace(double a, double b, int n) {
    return new Linspace(a, b, n);
  }

  /**
   * Ten to the power of {@code linspace(a, b, n)}.
   *
   * <p>Each power is rounded correctly, the same on every machine. numpy's are where its C library
   * rounds correctly (glibc nearly always does); its AVX-512 path is 1 ulp off in some.
   */
  static NumberSequence logspace(double a, double b, int n) {
    Linspace exponents = new Linspace(a, b, n);
    if (n > Table.LIMIT) {
      return new Logspace(exponents);
    }
    double[] powers = new double[n];
    for (int i = 0; i < n; i++) {
      powers[i] = PowerOfTen.of(exponents.value(i));
    }
    return new Table(powers, exponents);
  }

  /**
   * {@code a, a + step, a + 2 step, ...} as long as {@code b} is not reached. Computed in decimals,
   * so that 0 to 1 by 0.1 has the 0.3 that people write, and not 0.30000000000000004.
   *
   * @throws GridException if {@code step} is 0, or leads away from {@code b}, or too many
   */
  static NumberSequence range(BigDecimal a, BigDecimal b, BigDecimal step) {
    if (step.signum() == 0) {
      throw new GridException("a step of 0 leads nowhere");
    }
    BigDecimal span = b.subtract(a);
    if (span.signum() != step.signum()) {
      throw new GridException("no values, the end is excluded");
    }
    // Only a size is computed from the quotient; scales so far apart that it were slow are refused.
    if ((long) span.precision() - span.scale() - (step.precision() - step.scale()) > 11) {
      throw tooLong();
    }
    BigDecimal size = span.divide(step, 0, RoundingMode.CEILING);
    if (size.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      throw tooLong();
    }
    boolean whole = isLong(a) && isLong(b) && isLong(step);
    return whole
        ? new LongRange(a.longValueExact(), step.longValueExact(), size.intValueExact())
        : new DecimalRange(a, step, size.intValueExact());
  }

  private static boolean isLong(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        && number.abs().compareTo(BigDecimal.valueOf(1L << 53)) <= 0;
  }

  private static GridException tooLong() {
    return new GridException("more than " + Integer.MAX_VALUE + " values");
  }

  /** numpy's formula, operation by operation: {@code i * step + a}, the last one {@code b}. */
  record Linspace(double a, double b, int size) implements NumberSequence {
    double value(int i) {
      if (size == 1) {
        return a;
      }
      if (i == size - 1) {
        return b;
      }
      int intervals = size - 1;
      double step = (b - a) / intervals;
      return step == 0 ? i / (double) intervals * (b - a) + a : i * step + a;
    }

    @Override
    public Number get(int index) {
      return value(index);
    }

    @Override
    public boolean distinct() {
      return size == 1
          || Math.abs(b - a) / (size - 1) > 4 * Math.ulp(Math.max(Math.abs(a), Math.abs(b)));
    }
  }

  /** Powers of ten computed when asked for: a long sequence. */
  record Logspace(Linspace exponents) implements NumberSequence {
    /** The relative distance of neighbours below which doubles might not tell them apart. */
    private static final double RESOLUTION = 1e-14;

    @Override
    public int size() {
      return exponents.size();
    }

    @Override
    public Number get(int index) {
      return PowerOfTen.of(exponents.value(index));
    }

    @Override
    public boolean distinct() {
      double a = exponents.a();
      double b = exponents.b();
      boolean normal = Math.min(a, b) > -307 && Math.max(a, b) < 308;
      return size() == 1
          || (normal && exponents.distinct() && Math.abs(b - a) / (size() - 1) > RESOLUTION);
    }
  }

  /** Powers of ten computed once: a short sequence, each of whose numbers is asked for often. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  record Table(double[] powers, Linspace exponents) implements NumberSequence {
    /** Longest table; a power costs some microseconds. */
    static final int LIMIT = 10_000;

    @Override
    public int size() {
      return powers.length;
    }

    @Override
    public Number get(int index) {
      return powers[index];
    }

    @Override
    public boolean distinct() {
      return new Logspace(exponents).distinct();
    }
  }

  /** Whole numbers. */
  record LongRange(long a, long step, int size) implements NumberSequence {
    @Override
    public Number get(int index) {
      return a + index * step;
    }

    @Override
    public boolean distinct() {
      return true;
    }
  }

  /** Decimal numbers. */
  record DecimalRange(BigDecimal a, BigDecimal step, int size) implements NumberSequence {
    @Override
    public Number get(int index) {
      return a.add(step.multiply(BigDecimal.valueOf(index))).doubleValue();
    }

    @Override
    public boolean distinct() {
      double largest =
          Math.max(Math.abs(get(0).doubleValue()), Math.abs(get(size - 1).doubleValue()));
      return size == 1 || step.abs().doubleValue() > 4 * Math.ulp(largest);
    }
  }
}
