package org.bnsweep.data.source;

import org.bnsweep.data.DataException;
import org.bnsweep.data.Values;
import org.bnsweep.data.raw.RawSamples;

/** Rows of images become columns, pixel by pixel: EMNIST's files have them so. */
record Transposition(int rows, int columns, int colours) {
  private static final int MOST_COLOURS = 4;

  /**
   * That of some images of {@code features} values; where their file does not say how large they
   * are, they are square.
   *
   * @throws DataException if they are no images
   */
  static Transposition of(RawSamples samples, int features) {
    int colours = samples.shape().colours();
    int rows = samples.shape().rows();
    if (rows > 1 && colours > MOST_COLOURS) {
      // Arrays of (N, 3, 32, 32) have a picture for each colour.
      throw new DataException(
          "data.transpose is true, must be false: "
              + samples.name()
              + " has "
              + samples.shape().words()
              + ", of which the last size is not that of colours");
    }
    if (rows > 1) {
      return new Transposition(rows, features / rows / colours, colours);
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
    return new Transposition(side, side, 1);
  }

  Values apply(Values values) {
    int[] from = new int[rows * columns * colours];
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        for (int colour = 0; colour < colours; colour++) {
          from[(column * rows + row) * colours + colour] =
              (row * columns + column) * colours + colour;
        }
      }
    }
    return values.columns(from.length, from);
  }
}
