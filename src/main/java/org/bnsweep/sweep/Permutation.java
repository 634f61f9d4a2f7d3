package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.Objects;

/**
 * A pseudo-random order of {@code 0 .. size-1} that holds nothing in memory: a Feistel network over
 * the next even number of bits, walked until it falls inside (Black and Rogaway 2002, "Ciphers with
 * arbitrary finite domains").
 *
 * @param size 1 to 2^62
 * @param seed different orders
 */
record Permutation(long size, long seed) implements Serializable {
  private static final int ROUNDS = 8;

  /** The index at {@code position}, 0 to {@code size - 1}; every index occurs once. */
  long at(long position) {
    Objects.checkIndex(position, size);
    int half = Math.max(1, (65 - Long.numberOfLeadingZeros(size - 1)) / 2);
    long x = position;
    do {
      x = encrypt(x, half);
    } while (x >= size);
    return x;
  }

  private long encrypt(long x, int half) {
    long mask = (1L << half) - 1;
    long left = x >>> half;
    long right = x & mask;
    for (int round = 1; round <= ROUNDS; round++) {
      long swap = left ^ (mix(right + mix(seed + round * 0x9e3779b97f4a7c15L)) & mask);
      left = right;
      right = swap;
    }
    return left << half | right;
  }

  /** SplitMix64's finalizer (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
