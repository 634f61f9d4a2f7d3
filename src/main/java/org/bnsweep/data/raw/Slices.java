package org.bnsweep.data.raw;

import java.util.List;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.RealValues;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.MemoryLimit;

/** Tables with the same rows, one beside the other, that are one table. */
public final class Slices {
  private Slices() {}

  /**
   * Some columns of the table.
   *
   * @param features of them
   * @param values of all rows, as a {@link RowCollector} has collected them
   */
  public record Slice(int features, Values values) {}

  /**
   * The values of the whole table: bytes if those of all slices are, and pixels if one has a number
   * above 1.
   *
   * @throws org.bnsweep.data.DataException if that is more memory than there is
   */
  public static Values joined(DataFile file, List<Slice> slices) {
    if (slices.size() == 1) {
      return slices.get(0).values();
    }
    int features = slices.stream().mapToInt(Slice::features).sum();
    int rows = slices.get(0).values().size() / slices.get(0).features();
    if (slices.stream().allMatch(slice -> slice.values() instanceof ByteValues)) {
      MemoryLimit.check(file, (long) rows * features);
      return bytes(slices, features, rows);
    }
    MemoryLimit.check(file, (long) Double.BYTES * rows * features);
    return reals(slices, features, rows);
  }

  private static Values bytes(List<Slice> slices, int features, int rows) {
    byte[] all = new byte[rows * features];
    ByteValues.Meaning meaning = ByteValues.Meaning.NUMBER;
    int column = 0;
    for (Slice slice : slices) {
      ByteValues bytes = (ByteValues) slice.values();
      bytes.copyTo(all, slice.features(), features, column);
      meaning = bytes.meaning() == ByteValues.Meaning.PIXEL ? bytes.meaning() : meaning;
      column += slice.features();
    }
    return new ByteValues(all, meaning);
  }

  private static Values reals(List<Slice> slices, int features, int rows) {
    double[] all = new double[rows * features];
    int column = 0;
    for (Slice slice : slices) {
      // The bytes of a slice are the numbers themselves where another slice has real numbers.
      Values values =
          slice.values() instanceof ByteValues bytes
              ? bytes.as(ByteValues.Meaning.NUMBER)
              : slice.values();
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < slice.features(); j++) {
          all[i * features + column + j] = values.at(i * slice.features() + j);
        }
      }
      column += slice.features();
    }
    return new RealValues(all);
  }
}
