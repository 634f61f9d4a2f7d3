package org.bnsweep.random;

import java.util.Arrays;
import java.util.Objects;

/**
 * NumPy's legacy generator, {@code np.random.RandomState}: after the same seed the same calls give
 * the same numbers, in any mixture.
 *
 * <p>{@code choice} and {@code rand} are equal to the bit. {@code randn} takes one logarithm per
 * two values, and that is where it may differ from NumPy, by an ulp, rarely two, in less than one
 * of two thousand values: {@link Math#log} agrees with the C library's far more often than {@link
 * StrictMath#log} and is the fastest.
 *
 * <p>Not thread-safe; a trial owns one.
 */
public final class NumpyRandom {
  private final Mt19937 bits;
  private double spareGauss;
  private boolean hasSpareGauss;

  /**
   * As after {@code np.random.seed(seed)}.
   *
   * @param seed 0 to 2^32 - 1
   * @throws IllegalArgumentException if {@code seed} is outside that range
   */
  public NumpyRandom(long seed) {
    if (seed < 0 || seed > 0xffff_ffffL) {
      throw new IllegalArgumentException("seed is " + seed + ", must be in 0..4294967295");
    }
    this.bits = new Mt19937((int) seed);
  }

  /** Draws from the uniform distribution on [0, 1). */
  public double rand() {
    return bits.nextDouble();
  }

  /** Fills {@code out} as {@code np.random.rand(out.length)}. */
  public void rand(double[] out) {
    rand(out, 0, out.length);
  }

  /** Fills {@code length} values of {@code out} from {@code offset} on. */
  public void rand(double[] out, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, out.length);
    for (int i = offset; i < offset + length; i++) {
      out[i] = bits.nextDouble();
    }
  }

  /**
   * Draws from the normal distribution of mean 0 and variance 1.
   *
   * <p>Marsaglia's polar method gives two values at a time; the second waits for the next call,
   * whatever else is drawn in between.
   */
  public double randn() {
    if (hasSpareGauss) {
      hasSpareGauss = false;
      return spareGauss;
    }
    double x1;
    double x2;
    double r2;
    do {
      x1 = 2.0 * bits.nextDouble() - 1.0;
      x2 = 2.0 * bits.nextDouble() - 1.0;
      r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1.0 || r2 == 0.0);
    double f = Math.sqrt(-2.0 * Math.log(r2) / r2);
    spareGauss = f * x1;
    hasSpareGauss = true;
    return f * x2;
  }

  /** Fills {@code out} as {@code np.random.randn(out.length)}. */
  public void randn(double[] out) {
    randn(out, 0, out.length);
  }

  /** Fills {@code length} values of {@code out} from {@code offset} on. */
  public void randn(double[] out, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, out.length);
    for (int i = offset; i < offset + length; i++) {
      out[i] = randn();
    }
  }

  /**
   * Fills {@code out} with numbers in 0..n-1, with replacement, as {@code np.random.choice(n,
   * out.length)}.
   *
   * <p>Each is the first 32-bit draw that, cut to the bits of n-1, is not above n-1. For n = 1
   * nothing is drawn.
   *
   * @param n 1 and up
   * @throws IllegalArgumentException if {@code n} is below 1
   */
  public void choice(int n, int[] out) {
    if (n < 1) {
      throw new IllegalArgumentException("choice of " + n + " values, must be 1 or more");
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = upTo(n - 1);
    }
  }

  /**
   * The numbers 0..n-1 in random order, as {@code np.random.permutation(n)}: from the last to the
   * second, each changes places with one before it or itself.
   *
   * @param n 0 and up
   */
  public int[] permutation(int n) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = n - 1; i > 0; i--) {
      int j = upTo(i);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return order;
  }

  private int upTo(int last) {
    if (last == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(last);
    int value;
    do {
      value = bits.nextInt() & mask;
    } while (value > last);
    return value;
  }
}
