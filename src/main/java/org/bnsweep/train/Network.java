package org.bnsweep.train;

import java.util.Arrays;
import java.util.Set;
import org.bnsweep.settings.NormalizationKind;

/** The two networks of a pair. */
public enum Network {
  /** The one with a normalization. */
  NORMALIZED("bn"),
  /** The same without. */
  PLAIN("plain");

  private final String word;

  Network(String word) {
    this.word = word;
  }

  /** The word in tables for what it is, in a pair with {@code kind}. */
  public String word(NormalizationKind kind) {
    return this == NORMALIZED ? kind.network() : word;
  }

  /** For people, in a pair with {@code kind}. */
  public String label(NormalizationKind kind) {
    return label(Set.of(kind));
  }

  /** For people, in pairs with {@code kinds}. */
  public String label(Set<NormalizationKind> kinds) {
    return (this == NORMALIZED ? "with " : "without ") + NormalizationKind.label(kinds);
  }

  /** For people, of a number over all pairs with {@code kinds}, beside that of the other. */
  public String overall(Set<NormalizationKind> kinds) {
    if (this == PLAIN) {
      return "without";
    }
    // "with norm" is a network's label where something else says which; of a number over several
    // it would hide that they are several.
    return kinds.size() == 1 ? label(kinds) : "any norm";
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
}
