package org.bnsweep.nn;

/**
 * Numbers that a network learns, with the gradient of the last {@code backward}.
 *
 * <p>Row by row where it has two dimensions. Optimizers that need the gradient as numbers copy it
 * out with {@link #readGradient}; plain descent works in place.
 */
public interface Parameter {

  /**
   * Name in the book's notation: {@code W1}, {@code b1}, {@code gamma1}, {@code beta1}, layers
   * counted from 1.
   */
  String name();

  /** How many numbers. */
  int size();

  /** Copies the values to the first {@link #size()} elements of {@code out}. */
  void read(double[] out);

  /** Sets the values to the first {@link #size()} elements of {@code values}. */
  void write(double[] values);

  /**
   * Copies the gradient of the loss, weight decay included, to the first {@link #size()} elements
   * of {@code out}.
   */
  void readGradient(double[] out);

  /** values -= rate * gradient. */
  void descend(double rate);
}
