package org.bnsweep.peers;

/** A layer's initial weights. */
final class DrawnWeights {
  private final int inputs;
  private final int outputs;
  private final double[] values;

  /**
   * @param values row by row, {@code [inputs, outputs]}
   */
  DrawnWeights(int inputs, int outputs, double[] values) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.values = values;
  }

  /** Of the layer: rows. */
  int inputs() {
    return inputs;
  }

  /** Of the layer: columns. */
  int outputs() {
    return outputs;
  }

  /** The weights, {@code [inputs, outputs]}. */
  double[] values() {
    return values;
  }

  /** The same, {@code [outputs, inputs]}. */
  double[] transposed() {
    double[] columns = new double[values.length];
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j < outputs; j++) {
        columns[j * inputs + i] = values[i * outputs + j];
      }
    }
    return columns;
  }
}
