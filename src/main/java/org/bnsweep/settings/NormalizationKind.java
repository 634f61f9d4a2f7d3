package org.bnsweep.settings;

/** What normalizes the hidden layers of the normalized network of a pair. */
public enum NormalizationKind {
  /** Batch Normalization (Ioffe and Szegedy 2015). */
  BATCH("bn", "BN"),
  /** Layer Normalization (Ba, Kiros and Hinton 2016). */
  LAYER("ln", "LN"),
  /** Layer Normalization by the root mean square (Zhang and Sennrich 2019). */
  RMS("rms", "RMS");

  private final String network;
  private final String label;

  NormalizationKind(String network, String label) {
    this.network = network;
    this.label = label;
  }

  /** Its name, short, for people. */
  public String label() {
    return label;
  }

  /** The word for a network that has it. */
  public String network() {
    return network;
  }
}
