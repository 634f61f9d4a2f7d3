package org.bnsweep.settings;

import java.util.Locale;

/** The update rules of the book's chapter 6. */
public enum OptimizerKind {
  SGD,
  MOMENTUM,
  ADAGRAD,
  ADAM;

  /** The word in YAML, Parquet and CSV. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
