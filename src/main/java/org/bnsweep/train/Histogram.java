package org.bnsweep.train;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many of some numbers fall into each of a fixed set of bins: logarithmic ones, so that a layer
 * whose activations collapsed to 1e-12 and one where they exploded to 1e12 are both seen.
 *
 * <p>Bins are numbered by magnitude: 0 holds exact zeros; 1 what is below 1e-16; then come eight
 * bins a decade, bin {@code 2 + k} from {@code 1e-16 * 10^(k/8)} on, the upper edge excluded;
 * {@link #OVERFLOW} holds 1e16 and above and infinity. A negative number is in the bin of its
 * magnitude with a minus. {@link #NOT_A_NUMBER} is a bin of its own. Immutable; empty bins are not
 * kept.
 */
public final class Histogram implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bins of a decade. */
  public static final int PER_DECADE = 8;

  /** The power of ten at which bin 2 begins. */
  public static final int LOWEST = -16;

  private static final int HIGHEST = 16;
  private static final double[] EDGES = edges();

  /** The bin of 1e16 and above. */
  public static final int OVERFLOW = 2 + PER_DECADE * (HIGHEST - LOWEST);

  /** The bin of NaN. */
  public static final int NOT_A_NUMBER = OVERFLOW + 1;

  private final int[] bins;
  private final int[] counts;

  private Histogram(int[] bins, int[] counts) {
    this.bins = bins;
    this.counts = counts;
  }

  /**
   * A histogram with these bins and how many numbers each has.
   *
   * @param bins ascending
   * @param counts as many, each 1 and up
   * @throws IllegalArgumentException if it could not be one of {@link #of(double[], int)}
   */
  public static Histogram of(int[] bins, int[] counts) {
    boolean good = bins.length == counts.length;
    for (int i = 0; good && i < bins.length; i++) {
      good =
          bins[i] >= -OVERFLOW
              && bins[i] <= NOT_A_NUMBER
              && counts[i] >= 1
              && (i == 0 || bins[i] > bins[i - 1]);
    }
    if (!good) {
      throw new IllegalArgumentException(
          "no histogram: bins "
              + Arrays.toString(bins)
              + " with counts "
              + Arrays.toString(counts)
              + ", must be ascending bins with a count of 1 or more each");
    }
    return new Histogram(bins.clone(), counts.clone());
  }

  /** Of the first {@code size} of {@code values}. */
  public static Histogram of(double[] values, int size) {
    int[] all = new int[OVERFLOW + NOT_A_NUMBER + 1];
    for (int i = 0; i < size; i++) {
      all[OVERFLOW + binOf(values[i])]++;
    }
    int used = (int) Arrays.stream(all).filter(count -> count > 0).count();
    int[] bins = new int[used];
    int[] counts = new int[used];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] > 0) {
        bins[next] = i - OVERFLOW;
        counts[next] = all[i];
        next++;
      }
    }
    return new Histogram(bins, counts);
  }

  /** The bin that {@code value} falls into. */
  public static int binOf(double value) {
    if (Double.isNaN(value)) {
      return NOT_A_NUMBER;
    }
    if (value == 0) {
      return 0;
    }
    int found = Arrays.binarySearch(EDGES, Math.abs(value));
    int bin = 2 + (found >= 0 ? found : -found - 2);
    return value < 0 ? -bin : bin;
  }

  /** The lower edge of {@code bin}; NaN for {@link #NOT_A_NUMBER}. */
  public static double from(int bin) {
    return bin < 0 ? -above(-bin) : below(bin);
  }

  /** The upper edge of {@code bin}; NaN for {@link #NOT_A_NUMBER}. */
  public static double to(int bin) {
    return bin < 0 ? -below(-bin) : above(bin);
  }

  private static double below(int bin) {
    if (bin == NOT_A_NUMBER) {
      return Double.NaN;
    }
    return bin <= 1 ? 0 : EDGES[bin - 2];
  }

  private static double above(int bin) {
    if (bin >= OVERFLOW) {
      return bin == OVERFLOW ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return bin == 0 ? 0 : EDGES[bin - 1];
  }

  /** Powers of ten as they are written, and between them the same on every machine. */
  private static double[] edges() {
    double[] edges = new double[PER_DECADE * (HIGHEST - LOWEST) + 1];
    for (int k = 0; k < edges.length; k++) {
      double power = Double.parseDouble("1e" + (LOWEST + k / PER_DECADE));
      edges[k] = power * StrictMath.pow(10, k % PER_DECADE / (double) PER_DECADE);
    }
    return edges;
  }

  /** How many bins have a number. */
  public int size() {
    return bins.length;
  }

  /** The bin at {@code i}, 0 to {@code size() - 1}, ascending. */
  public int bin(int i) {
    return bins[i];
  }

  /** How many numbers are in the bin at {@code i}, 1 and up. */
  public int count(int i) {
    return counts[i];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram that
        && Arrays.equals(bins, that.bins)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bins) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "Histogram" + Arrays.toString(bins) + Arrays.toString(counts);
  }
}
