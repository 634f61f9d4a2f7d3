package org.bnsweep.train;

import java.util.Locale;
import org.bnsweep.settings.NormalizationKind;

/** The two networks of a pair. */
public enum Network {
  BN,
  PLAIN;

  /** The word for it in a pair with {@code kind}: what it is. */
  public String word(NormalizationKind kind) {
    return this == PLAIN ? word() : kind.network();
  }

  /** The word in YAML, Parquet and CSV. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
