package org.bnsweep.data;

import java.io.Serializable;
import java.security.MessageDigest;

/**
 * The numbers of samples, {@code [N, features]} row by row, in the form in which they travel.
 * Immutable: an array given to one is its own from then on.
 */
public sealed interface Values extends Serializable
    permits ByteValues, RealValues, StandardizedValues {

  /** In place of a column. */
  int ZERO = -1;

  /** Numbers, N times features. */
  int size();

  /** Number {@code index} as a network is given it. */
  double at(int index);

  /** The samples with these numbers, in this order, each of {@code features} values. */
  Values rows(int features, int[] rows);

  /**
   * These samples of {@code features} values with other columns.
   *
   * @param from which column each comes from; {@value #ZERO} for one that is 0
   */
  Values columns(int features, int[] from);

  /** Bytes that travel. */
  long bytes();

  /** Adds all that tells these numbers from others to {@code digest}. */
  void addTo(MessageDigest digest);

  /** In words, for people: what a number is, and what becomes of it. */
  String words();
}
