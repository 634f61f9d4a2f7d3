package org.bnsweep.train;

import java.util.Arrays;
import org.bnsweep.settings.NormalizationKind;

/** The two networks of a pair. */
public enum Network {
  /** The one with a normalization. */
  NORMALIZED("bn", "with BN"),
  /** The same without. */
  PLAIN("plain", "without BN");

  private final String word;
  private final String label;

  Network(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** The word in tables for what it is, in a pair with {@code kind}. */
  public String word(NormalizationKind kind) {
    return this == NORMALIZED ? kind.network() : word;
  }

  /** For people, in a pair with {@code kind}. */
  public String label(NormalizationKind kind) {
    return (this == NORMALIZED ? "with " : "without ") + kind.label();
  }

  /** The word for its place in the pair, whatever it is: in the ledger and on the page. */
  public String word() {
    return word;
  }

  /**
   * The one that a file calls {@code word}, whatever it is.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Network of(String word) {
    if (word.equals(PLAIN.word)) {
      return PLAIN;
    }
    if (Arrays.stream(NormalizationKind.values()).anyMatch(kind -> kind.network().equals(word))) {
      return NORMALIZED;
    }
    throw new IllegalArgumentException("no network is called " + word);
  }

  /** For people, in a pair with Batch Normalization. */
  public String label() {
    return label;
  }
}
