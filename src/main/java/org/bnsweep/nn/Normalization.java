package org.bnsweep.nn;

/** How the hidden layers of a network are normalized. */
public sealed interface Normalization {
  /** Keeps the division defined where nothing else is said (the book writes 10e-7). */
  double EPSILON = 1e-6;

  /** Batch Normalization as the book has it. */
  Normalization BATCH = new Batch(Position.BEFORE, EPSILON, Batch.MOMENTUM);

  /** Nothing. */
  Normalization NONE = new None();

  /** On which side of the activation function; dropout comes after both. */
  enum Position {
    BEFORE,
    AFTER
  }

  /**
   * A {@link BatchNorm}.
   *
   * @param epsilon above 0
   * @param momentum weight of the old value in the running averages, in [0, 1)
   */
  record Batch(Position position, double epsilon, double momentum) implements Normalization {
    /** The book's. */
    public static final double MOMENTUM = 0.9;
  }

  /**
   * A {@link LayerNorm}.
   *
   * @param epsilon above 0
   */
  record PerLayer(Position position, double epsilon) implements Normalization {}

  /**
   * An {@link RmsNorm}.
   *
   * @param epsilon above 0
   */
  record Rms(Position position, double epsilon) implements Normalization {}

  /** Nothing. */
  record None() implements Normalization {}
}
