package org.bnsweep.nn;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The features of the samples, and which of them a network is given.
 *
 * <p>A feature that is 0 in every sample adds nothing to any sum, and the gradient of its weights
 * is 0: leaving it out changes no number and saves its share of the largest product. Its initial
 * weights are drawn all the same, so the random stream stays in step.
 */
public final class Inputs {
  private final int features;
  private final int[] used;

  private Inputs(int features, int[] used) {
    this.features = features;
    this.used = used;
  }

  /** All features. */
  public static Inputs all(int features) {
    return new Inputs(features, IntStream.range(0, features).toArray());
  }

  /**
   * Some of the features.
   *
   * @param used their indices in ascending order, at least one
   */
  public static Inputs some(int features, int[] used) {
    return new Inputs(features, used.clone());
  }

  /** Features of a sample, the fan-in of the first layer. */
  public int features() {
    return features;
  }

  /** How many of them a network is given. */
  public int count() {
    return used.length;
  }

  /** Index of the feature that stands at {@code position}, 0 to {@link #count()} - 1. */
  public int feature(int position) {
    return used[position];
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Inputs other
        && features == other.features
        && Arrays.equals(used, other.used);
  }

  @Override
  public int hashCode() {
    return 31 * features + Arrays.hashCode(used);
  }

  @Override
  public String toString() {
    return count() + " of " + features + " inputs";
  }
}
