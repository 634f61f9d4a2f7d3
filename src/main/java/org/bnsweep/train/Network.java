package org.bnsweep.train;

import java.util.Arrays;

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

  /** The word in YAML, Parquet and CSV. */
  public String word() {
    return word;
  }

  /**
   * The one that a file calls {@code word}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Network of(String word) {
    return Arrays.stream(values())
        .filter(network -> network.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no network is called " + word));
  }

  /** For people. */
  public String label() {
    return label;
  }
}
