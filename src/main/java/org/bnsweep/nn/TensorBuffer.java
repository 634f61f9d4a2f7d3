package org.bnsweep.nn;

import java.util.Arrays;

/**
 * A tensor's memory that a layer keeps from call to call: it grows to the largest batch seen and is
 * never given back before its layer is.
 */
final class TensorBuffer {
  private Tensor tensor = Tensor.of(new double[1], 1);

  /** The buffer with the shape of {@code other}; its contents are whatever the last call left. */
  Tensor like(Tensor other) {
    if (!tensor.hasShapeOf(other)) {
      tensor = room(other.size()).withShapeOf(other);
    }
    return tensor;
  }

  /** The buffer as {@code [rows, columns]}. */
  Tensor sized(int rows, int columns) {
    if (tensor.rows() != rows || tensor.columns() != columns || tensor.shape().length != 2) {
      tensor = Tensor.of(room(Math.multiplyExact(rows, columns)).values(), rows, columns);
    }
    return tensor;
  }

  private Tensor room(int size) {
    double[] values = tensor.values();
    return Tensor.of(size <= values.length ? values : Arrays.copyOf(values, size), size);
  }
}
