package org.bnsweep.train;

import java.util.Locale;

/** The two networks of a pair. */
public enum Network {
  BN,
  PLAIN;

  /** The word in YAML, Parquet and CSV. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
