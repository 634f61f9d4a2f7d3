package org.bnsweep.settings;

/** What normalizes the hidden layers of the normalized network of a pair. */
public enum NormalizationKind {
  /** Batch Normalization (Ioffe and Szegedy 2015). */
  BATCH("bn"),
  /** Layer Normalization (Ba, Kiros and Hinton 2016). */
  LAYER("ln"),
  /** Layer Normalization by the root mean square (Zhang and Sennrich 2019). */
  RMS("rms");

  private final String network;

  NormalizationKind(String network) {
    this.network = network;
  }

  /** The word for a network that has it. */
  public String network() {
    return network;
  }
}
