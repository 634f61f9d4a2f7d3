package org.bnsweep.data.raw;

import java.util.Arrays;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.MemoryLimit;

/** The labels of a file, taken in one by one. */
public final class LabelCollector {
  private static final int FIRST_CAPACITY = 1024;

  private final DataFile file;
  private final String hint;
  private int[] labels = new int[FIRST_CAPACITY];
  private int count;

  /** Of {@code file}. */
  public LabelCollector(DataFile file) {
    this(file, "");
  }

  /**
   * @param hint ends the message about a number that is no label
   */
  public LabelCollector(DataFile file, String hint) {
    this.file = file;
    this.hint = hint;
  }

  /**
   * Takes the next label in.
   *
   * @param place of it, as in {@code row 7}
   * @throws DataException unless it is a whole number of 32 bits
   */
  public void add(double label, RowCollector.RowPlace place) {
    int whole = (int) label;
    if (whole != label) {
      throw file.error(
          place.words()
              + " has label "
              + label
              + ", must be a whole number that names a class"
              + hint);
    }
    if (count == labels.length) {
      MemoryLimit.check(file, 2L * Integer.BYTES * count);
      labels = Arrays.copyOf(labels, Math.multiplyExact(count, 2));
    }
    labels[count++] = whole;
  }

  /** How many there are so far. */
  public int count() {
    return count;
  }

  /** All of them. */
  public int[] finish() {
    return Arrays.copyOf(labels, count);
  }
}
