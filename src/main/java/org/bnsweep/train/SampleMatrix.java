package org.bnsweep.train;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.data.Samples;
import org.bnsweep.nn.Inputs;
import org.bnsweep.nn.Matrix;

/**
 * Samples widened to doubles off-heap, {@code [N, D]}, D the inputs that are used; read by all
 * threads of a process at once.
 *
 * <p>{@link #blocks} are views of at most {@value #BLOCK} rows: what a block's activations take
 * stays in a core's L2 cache.
 */
final class SampleMatrix {
  static final int BLOCK = 200;

  private final Matrix matrix;
  private final List<Matrix> blocks;
  private final int[] labels;

  SampleMatrix(Samples samples, Inputs inputs) {
    int n = samples.count();
    int width = inputs.count();
    this.matrix = new Matrix(n, width);
    this.labels = new int[n];
    this.blocks = new ArrayList<>();
    double[] row = new double[width];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < width; j++) {
        row[j] = samples.value(i, inputs.feature(j));
      }
      matrix.putRows(i, row, width);
      labels[i] = samples.label(i);
    }
    for (int first = 0; first < n; first += BLOCK) {
      blocks.add(matrix.view(first, Math.min(BLOCK, n - first)));
    }
  }

  int count() {
    return labels.length;
  }

  Matrix matrix() {
    return matrix;
  }

  /** All rows in order, cut into blocks of {@link #BLOCK} and a rest. */
  List<Matrix> blocks() {
    return blocks;
  }

  /** Class of every row. */
  int[] labels() {
    return labels;
  }

  /** How many of the {@code count} labels from {@code first} on are {@code label}. */
  static int count(int[] labels, int first, int count, int label) {
    int found = 0;
    for (int i = first; i < first + count; i++) {
      if (labels[i] == label) {
        found++;
      }
    }
    return found;
  }
}
