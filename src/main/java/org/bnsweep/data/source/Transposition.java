package org.bnsweep.data.source;

import org.bnsweep.data.DataException;
import org.bnsweep.data.Values;
import org.bnsweep.data.format.RawSamples;

/** Rows of images become columns: EMNIST's files have them so. */
record Transposition(int rows, int columns) {

  /**
   * That of some images of {@code features} values; where their file does not say how large they
   * are, they are square.
   *
   * @throws DataException if they are no images
   */
  static Transposition of(RawSamples samples, int features) {
    if (samples.shape().rows() > 1) {
      return new Transposition(samples.shape().rows(), features / samples.shape().rows());
    }
    int side = (int) Math.rint(Math.sqrt(features));
    if (side < 2 || side * side != features) {
      throw new DataException(
          "data.transpose is true, must be false: "
              + samples.name()
              + " has "
              + samples.shape().words()
              + ", which is no square image");
    }
    return new Transposition(side, side);
  }

  Values apply(Values values) {
    int[] from = new int[rows * columns];
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        from[column * rows + row] = row * columns + column;
      }
    }
    return values.columns(from.length, from);
  }
}
