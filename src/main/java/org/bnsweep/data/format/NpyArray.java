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
import org.bnsweep.data.raw.RowCollector;

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

  /** Hands all samples to {@code taker}, the same array each time, which it may change. */
  void forEachRow(RowTaker taker) throws IOException {
    if (header.layout() == NpyHeader.Layout.FORTRAN && features > 1) {
      fortran(taker);
    } else {
      double[] row = {};
      int bytes = features * header.type().bytes();
      for (long i = 0; i < header.count(); i++) {
        ByteBuffer numbers = numbers(bytes, i * bytes);
        // After the first bytes, as a header can promise anything.
        row = i == 0 ? emptyRow() : row;
        for (int j = 0; j < features; j++) {
          row[j] = header.type().at(numbers, j * header.type().bytes());
        }
        long number = i + 1;
        taker.take(row, () -> "row " + number);
      }
    }
    requireEnd();
  }

  private double[] emptyRow() {
    MemoryLimit.check(file, (long) Double.BYTES * features);
    return new double[features];
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
    ByteBuffer numbers = numbers((int) size, 0);
    double[] row = emptyRow();
    int[] places = cOrder();
    int count = (int) header.count();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < features; j++) {
        // Of the dimensions of a sample the first is the fastest here, and the last in a row.
        row[places[j]] = header.type().at(numbers, (j * count + i) * header.type().bytes());
      }
      int number = i + 1;
      taker.take(row, () -> "row " + number);
    }
  }

  /** Where in a row each feature belongs. */
  private int[] cOrder() {
    int[] places = new int[features];
    int[] at = new int[header.dimensions()];
    for (int j = 0; j < features; j++) {
      int rest = j;
      for (int d = 1; d < at.length; d++) {
        at[d] = (int) (rest % header.shape()[d]);
        rest = (int) (rest / header.shape()[d]);
      }
      for (int d = 1; d < at.length; d++) {
        places[j] = (int) (places[j] * header.shape()[d] + at[d]);
      }
    }
    return places;
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
    if (!MemoryLimit.fits(bytes)) {
      // That they are not there is the better answer, as headers lie.
      skip(bytes, before);
      MemoryLimit.check(file, bytes);
    }
    byte[] numbers = in.readNBytes(bytes);
    if (numbers.length < bytes) {
      throw truncated(before + numbers.length);
    }
    return ByteBuffer.wrap(numbers).order(header.order());
  }

  private void skip(long bytes, long before) throws IOException {
    long there = Gzip.skip(in, bytes);
    if (there < bytes) {
      throw truncated(before + there);
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
