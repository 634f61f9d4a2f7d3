package org.bnsweep.nn;

/** What stands between a hidden layer's affine part and its activation. */
public sealed interface Normalization {
  /** As the book has it. */
  Normalization BATCH = new Batch(0.9);

  /** Nothing. */
  Normalization NONE = new None();

  /**
   * A {@link BatchNorm}.
   *
   * @param momentum weight of the old value in the running averages, in [0, 1)
   */
  record Batch(double momentum) implements Normalization {}

  /** Nothing. */
  record None() implements Normalization {}
}
