package org.bnsweep.nn;

/** What stands between a hidden layer's affine part and its activation. */
public sealed interface Normalization {
  /** As the book has it. */
  Normalization BATCH = new Batch();

  /** Nothing. */
  Normalization NONE = new None();

  /** A {@link BatchNorm}. */
  record Batch() implements Normalization {}

  /** Nothing. */
  record None() implements Normalization {}
}
