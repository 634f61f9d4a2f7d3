package org.bnsweep.data.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.RealValues;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.MemoryLimit;

/**
 * The numbers of a file, taken in row by row: bytes as long as all are whole and from 0 to 255, and
 * real numbers from the first on that is not. Whole numbers that are all 0 or 1 are no pixels.
 *
 * <p>Takes memory in blocks as rows come, and gives it back as they are put together.
 */
public final class RowCollector {
  private static final int BLOCK_VALUES = 1 << 18;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final DataFile file;
  private final int features;
  private final long mostRows;
  private final IntFunction<String> columnName;
  private final int rowsPerBlock;
  private final List<byte[]> bytes = new ArrayList<>();
  private final List<double[]> reals = new ArrayList<>();
  private boolean allBytes = true;
  private int largest;
  private int kept;

  /**
   * @param mostRows are kept; the others are looked at, as they decide what the numbers are
   * @param columnName of a feature, for messages
   */
  public RowCollector(DataFile file, int features, int mostRows, IntFunction<String> columnName) {
    this(file, features, mostRows, columnName, 1);
  }

  /**
   * @param slices of about as many columns that are collected at the same time, and share the
   *     memory
   */
  public RowCollector(
      DataFile file, int features, int mostRows, IntFunction<String> columnName, int slices) {
    this.file = file;
    this.features = features;
    this.mostRows = mostRows;
    this.columnName = columnName;
    this.rowsPerBlock = Math.max(1, BLOCK_VALUES / features);
  }

  /** What a row's numbers look like in the file. */
  public enum Written {
    /** All without a decimal point or an exponent. */
    WHOLE,
    /** Any other way. */
    REAL
  }

  /**
   * Takes the next row in.
   *
   * @param row is copied
   * @param place of the row in the file, for messages, as in {@code row 7}
   * @throws org.bnsweep.data.DataException if a number is NaN or infinite, or there are too many
   */
  public void add(double[] row, Written written, RowPlace place) {
    checkFinite(row, place);
    if (allBytes && (written == Written.REAL || !fits(row))) {
      becomeReal();
    }
    if (kept == mostRows) {
      return;
    }
    if ((long) (kept + 1) * features > LARGEST_ARRAY) {
      throw file.error(
          "has more than "
              + kept
              + " samples of "
              + SampleWidth.ofTable(features).words()
              + ", which is more than 2147483639 values; data.train_size takes the first");
    }
    int at = kept % rowsPerBlock * features;
    if (allBytes) {
      if (at == 0) {
        checkMemory(Byte.BYTES, (long) kept + rowsPerBlock);
        bytes.add(new byte[rowsPerBlock * features]);
      }
      byte[] block = bytes.get(bytes.size() - 1);
      for (int j = 0; j < features; j++) {
        block[at + j] = (byte) row[j];
      }
    } else {
      if (at == 0) {
        checkMemory(Double.BYTES, (long) kept + rowsPerBlock);
        reals.add(new double[rowsPerBlock * features]);
      }
      System.arraycopy(row, 0, reals.get(reals.size() - 1), at, features);
    }
    kept++;
  }

  /** Tells where a row stands. */
  @FunctionalInterface
  public interface RowPlace {
    /** As in {@code row 7}. */
    String words();
  }

  private void checkFinite(double[] row, RowPlace place) {
    double sum = 0;
    for (int j = 0; j < features; j++) {
      sum += row[j] * 0;
    }
    if (sum == 0) {
      return;
    }
    for (int j = 0; j < features; j++) {
      if (!Double.isFinite(row[j])) {
        throw file.error(
            place.words()
                + ", "
                + columnName.apply(j)
                + " is "
                + row[j]
                + ", must be a finite number");
      }
    }
  }

  private boolean fits(double[] row) {
    int most = largest;
    for (int j = 0; j < features; j++) {
      int v = (int) row[j];
      if (v != row[j] || v < 0 || v > 255) {
        return false;
      }
      most = Math.max(most, v);
    }
    largest = most;
    return true;
  }

  private void checkMemory(int bytesEach, long rows) {
    MemoryLimit.check(file, bytesEach * rows * features);
  }

  private void becomeReal() {
    allBytes = false;
    checkMemory(Double.BYTES, (long) bytes.size() * rowsPerBlock);
    for (int i = 0; i < bytes.size(); i++) {
      double[] block = new double[rowsPerBlock * features];
      for (int j = 0; j < block.length; j++) {
        block[j] = bytes.get(i)[j] & 0xff;
      }
      reals.add(block);
      bytes.set(i, new byte[0]);
    }
    bytes.clear();
  }

  /** All rows that were kept. */
  public Values finish() {
    int size = kept * features;
    if (allBytes) {
      byte[] all = new byte[size];
      gather(bytes, all, new byte[0]);
      return new ByteValues(
          all, largest > 1 ? ByteValues.Meaning.PIXEL : ByteValues.Meaning.NUMBER);
    }
    double[] all = new double[size];
    gather(reals, all, new double[0]);
    return new RealValues(all);
  }

  /** {@code blocks} one after the other in {@code all}; each is let go once it was copied. */
  private <T> void gather(List<T> blocks, T all, T nothing) {
    int length = rowsPerBlock * features;
    int size = kept * features;
    for (int i = 0; i < blocks.size(); i++) {
      System.arraycopy(blocks.get(i), 0, all, i * length, Math.min(length, size - i * length));
      blocks.set(i, nothing);
    }
  }
}
