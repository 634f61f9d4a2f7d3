package org.bnsweep.settings;

import java.util.Set;

/** What normalizes the hidden layers of the normalized network of a pair. */
public enum NormalizationKind {
  /** Batch Normalization (Ioffe and Szegedy 2015). */
  BATCH("bn", "BN", "Batch Normalization"),
  /** Layer Normalization (Ba, Kiros and Hinton 2016). */
  LAYER("ln", "LN", "Layer Normalization"),
  /** Layer Normalization by the root mean square (Zhang and Sennrich 2019). */
  RMS("rms", "RMS", "RMSNorm");

  private final String network;
  private final String label;
  private final String fullName;

  NormalizationKind(String network, String label, String fullName) {
    this.network = network;
    this.label = label;
    this.fullName = fullName;
  }

  /** Its name, short, for people. */
  public String label() {
    return label;
  }

  /** What {@code kinds} are, short, for people: that of one, or what they have in common. */
  public static String label(Set<NormalizationKind> kinds) {
    return kinds.size() == 1 ? kinds.iterator().next().label : "norm";
  }

  /** The same in full, for sentences. */
  public static String fullName(Set<NormalizationKind> kinds) {
    return kinds.size() == 1 ? kinds.iterator().next().fullName : "a normalization";
  }

  /** The word for a network that has it. */
  public String network() {
    return network;
  }
}
