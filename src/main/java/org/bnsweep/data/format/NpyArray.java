package org.bnsweep.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.IntFunction;
import org.bnsweep.data.ByteValues;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.Gzip;
import org.bnsweep.data.file.MemoryLimit;

/** The numbers of one NPY file, read from its stream sample by sample. */
final class NpyArray {
  private final DataFile file;
  private final NpyHeader header;
  private final int features;
  private final InputStream in;

  /**
   * @param in after the header
   */
  NpyArray(DataFile file, NpyHeader header, InputStream in) {
    this.file = file;
    this.header = header;
    this.features = header.features();
    this.in = in;
  }

  /** Takes numbers of a sample; how they were written shows in the header. */
  @FunctionalInterface
  interface RowTaker {
    void take(double[] row, RowCollector.RowPlace place);
  }

  /** Hands all samples to {@code taker}, the same array each time. */
  void forEachRow(RowTaker taker) throws IOException {
    if (header.layout() == NpyHeader.Layout.FORTRAN && features > 1) {
      fortran(taker);
    } else {
      double[] row = new double[features];
      int bytes = features * header.type().bytes();
      for (long i = 0; i < header.count(); i++) {
        ByteBuffer numbers = numbers(bytes, i * bytes);
        for (int j = 0; j < features; j++) {
          row[j] = header.type().at(numbers, j * header.type().bytes());
        }
        long number = i + 1;
        taker.take(row, () -> "row " + number);
      }
    }
    requireEnd();
  }

  /** Feature by feature: all has to be there before the first sample is. */
  private void fortran(RowTaker taker) throws IOException {
    long size = header.count() * features * header.type().bytes();
    if (size > Integer.MAX_VALUE - 8) {
      throw file.error(
          "is in Fortran's order and has "
              + size
              + " bytes, must be below 2 GiB"
              + " (numpy.ascontiguousarray)");
    }
    MemoryLimit.check(file, size);
    ByteBuffer numbers = numbers((int) size, 0);
    double[] row = new double[features];
    int count = (int) header.count();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < features; j++) {
        // Of the dimensions of a sample the first is the fastest here, and the last in a row.
        row[cOrder(j)] = header.type().at(numbers, (j * count + i) * header.type().bytes());
      }
      int number = i + 1;
      taker.take(row, () -> "row " + number);
    }
  }

  private int cOrder(int fortran) {
    int rest = fortran;
    int index = 0;
    int[] at = new int[header.dimensions()];
    for (int d = 1; d < at.length; d++) {
      at[d] = (int) (rest % header.shape()[d]);
      rest = (int) (rest / header.shape()[d]);
    }
    for (int d = 1; d < at.length; d++) {
      index = (int) (index * header.shape()[d] + at[d]);
    }
    return index;
  }

  /**
   * The values of the first {@code most} samples.
   *
   * @param columnName of a feature, for messages
   */
  Values values(int most, IntFunction<String> columnName) throws IOException {
    boolean straight =
        header.layout() == NpyHeader.Layout.C && header.type() == NpyType.UNSIGNED_BYTE;
    if (straight) {
      long size = Math.min(most, header.count()) * features;
      if (size > Integer.MAX_VALUE - 8) {
        throw file.error("has " + size + " bytes, must be below 2 GiB");
      }
      MemoryLimit.check(file, size);
      byte[] bytes = numbers((int) size, 0).array();
      skip(header.count() * features - size, size);
      requireEnd();
      return ByteValues.pixels(bytes);
    }
    RowCollector rows = new RowCollector(file, features, most, columnName);
    forEachRow((row, place) -> rows.add(row, written(), place));
    Values values = rows.finish();
    return header.type() == NpyType.UNSIGNED_BYTE && values instanceof ByteValues bytes
        ? bytes.as(ByteValues.Meaning.PIXEL)
        : values;
  }

  RowCollector.Written written() {
    return header.type().isWhole() ? RowCollector.Written.WHOLE : RowCollector.Written.REAL;
  }

  /** So many bytes more; memory is taken as they arrive. */
  private ByteBuffer numbers(int bytes, long before) throws IOException {
    byte[] numbers = in.readNBytes(bytes);
    if (numbers.length < bytes) {
      throw truncated(before + numbers.length);
    }
    return ByteBuffer.wrap(numbers).order(header.order());
  }

  private void skip(long bytes, long before) throws IOException {
    byte[] skipped = new byte[Gzip.BUFFER];
    long left = bytes;
    while (left > 0) {
      int n = in.read(skipped, 0, (int) Math.min(skipped.length, left));
      if (n < 0) {
        throw truncated(before + bytes - left);
      }
      left -= n;
    }
  }

  private DataException truncated(long length) {
    return file.error(
        String.format(
            Locale.ROOT,
            "is truncated: %d bytes after its header, which promises an array of %s, %d bytes",
            length,
            header.words(),
            header.count() * features * header.type().bytes()));
  }

  private void requireEnd() throws IOException {
    if (in.read() >= 0) {
      throw file.error("is too long: its header promises an array of " + header.words());
    }
  }
}
