package org.bnsweep.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor's memory that a layer keeps from call to call: it grows to the largest batch seen and is
 * never given back before its layer is. The views of it are kept too, one for each shape in use.
 */
final class TensorBuffer {
  private double[] values = new double[1];
  private final List<Tensor> views = new ArrayList<>();

  /** The buffer with the shape of {@code other}; its contents are whatever the last call left. */
  Tensor like(Tensor other) {
    for (int i = 0; i < views.size(); i++) {
      if (views.get(i).hasShapeOf(other)) {
        return views.get(i);
      }
    }
    return keep(other.size(), other.shape());
  }

  /** The buffer as {@code [rows, columns]}. */
  Tensor sized(int rows, int columns) {
    for (int i = 0; i < views.size(); i++) {
      if (views.get(i).isMatrix(rows, columns)) {
        return views.get(i);
      }
    }
    return keep(Math.multiplyExact(rows, columns), rows, columns);
  }

  private Tensor keep(int size, int... shape) {
    if (size > values.length) {
      values = Arrays.copyOf(values, size);
      views.clear();
    }
    Tensor view = Tensor.of(values, shape);
    views.add(view);
    return view;
  }
}
