package org.bnsweep.train;

import java.util.Arrays;
import java.util.Locale;
import org.bnsweep.settings.NormalizationKind;

/** The two networks of a pair. */
public enum Network {
  BN,
  PLAIN;

  /** The word in tables, for what it is in a pair with {@code kind}. */
  public String word(NormalizationKind kind) {
    return this == PLAIN ? word() : kind.network();
  }

  /**
   * Which of a pair a word of {@link #word(NormalizationKind)} is for.
   *
   * @throws IllegalArgumentException if {@code word} is for none
   */
  public static Network of(String word) {
    if (word.equals(PLAIN.word())) {
      return PLAIN;
    }
    if (Arrays.stream(NormalizationKind.values()).noneMatch(k -> k.network().equals(word))) {
      throw new IllegalArgumentException("network is " + word + ", must be bn, ln, rms or plain");
    }
    return BN;
  }

  /** The word for its place in the pair, whatever it is: in the ledger, and in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
