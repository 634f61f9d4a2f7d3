package org.bnsweep.nn;

import java.util.Locale;

/** The function between two affine layers. */
public enum Activation {
  RELU,
  SIGMOID;

  /** The word in YAML, Parquet and CSV. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
