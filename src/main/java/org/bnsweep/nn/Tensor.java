package org.bnsweep.nn;

import java.util.Arrays;

/**
 * A block of doubles on the heap with a shape {@code [N, ...]}, row by row: what layers hand to
 * each other.
 *
 * <p>A layer sees it as {@code [N, D]}, D being the product of all but the first dimension, so an
 * image batch {@code [N, C, H, W]} needs no copy. The array may be longer than the shape asks for:
 * layers keep buffers for their largest batch.
 */
public final class Tensor {
  private final double[] values;
  private final int[] shape;
  private final int columns;

  private Tensor(double[] values, int[] shape) {
    this.values = values;
    this.shape = shape;
    this.columns = product(shape, 1);
  }

  /**
   * A view of {@code values}, not a copy.
   *
   * @param shape {@code [N, ...]}, each dimension at least 1
   * @throws IllegalArgumentException if there are fewer values than the shape has, or a dimension
   *     is below 1
   */
  public static Tensor of(double[] values, int... shape) {
    if (shape.length == 0 || Arrays.stream(shape).anyMatch(d -> d < 1)) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + ", every dimension must be at least 1");
    }
    long size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, (long) dimension);
    }
    if (size > values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not fill the shape " + Arrays.toString(shape));
    }
    return new Tensor(values, shape.clone());
  }

  /** The array behind the view; elements from {@link #size()} on are not part of it. */
  @SuppressWarnings("MissingJavadocMethod")
  public double[] values() {
    return values;
  }

  /** The dimensions, {@code [N, ...]}. */
  public int[] shape() {
    return shape.clone();
  }

  /** N, the first dimension. */
  public int rows() {
    return shape[0];
  }

  /** D, the product of the other dimensions. */
  public int columns() {
    return columns;
  }

  /** {@code rows * columns}. */
  public int size() {
    return shape[0] * columns;
  }

  boolean hasShapeOf(Tensor other) {
    return Arrays.equals(shape, other.shape);
  }

  boolean isMatrix(int rows, int newColumns) {
    return shape.length == 2 && shape[0] == rows && shape[1] == newColumns;
  }

  /** {@code expected} columns, or an error that names both shapes. */
  void requireColumns(int expected, String layer) {
    if (columns != expected) {
      throw new IllegalArgumentException(
          layer
              + ": input has shape "
              + Arrays.toString(shape)
              + ", expected [N, "
              + expected
              + "]");
    }
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }

  private static int product(int[] shape, int from) {
    int product = 1;
    for (int i = from; i < shape.length; i++) {
      product = Math.multiplyExact(product, shape[i]);
    }
    return product;
  }
}
