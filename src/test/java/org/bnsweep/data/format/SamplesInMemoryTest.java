package org.bnsweep.data.format;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bnsweep.data.format.IdxFiles.imagesHeader;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.raw.Request;
import org.bnsweep.data.raw.RowCollector;
import org.bnsweep.data.raw.RowCollector.Written;
import org.junit.jupiter.api.Test;

/** Samples that do not fit into memory are refused before memory is taken for them. */
class SamplesInMemoryTest {
  private static final long MOST = Runtime.getRuntime().maxMemory() / 2;

  @Test
  void refusesImagesThatDoNotFit() {
    int count = (int) (MOST / 784 + 1);
    InputStream header = new ByteArrayInputStream(imagesHeader(count, 28, 28));
    DataFile endless =
        new DataFile("f", OptionalLong.empty(), () -> new SequenceInputStream(header, zeros()));

    assertRefused(() -> IdxFile.read(endless, IdxHeader.Kind.IMAGES, count), 784L * count);
  }

  @Test
  void refusesARowOfAnArrayThatDoesNotFit() {
    DataFile file = new DataFile("f", OptionalLong.empty(), InputStream::nullInputStream);
    long features = MOST / Double.BYTES + 1;
    NpyHeader header =
        new NpyHeader(NpyType.DOUBLE, ByteOrder.LITTLE_ENDIAN, NpyHeader.Layout.C, 1, features);

    assertRefused(
        () -> new NpyArray(file, header, zeros()).forEachRow((row, place) -> {}),
        Double.BYTES * features);
  }

  @Test
  void refusesBytesThatDoNotFitAsRealNumbers() {
    DataFile file = new DataFile("f", OptionalLong.empty(), InputStream::nullInputStream);
    int features = 1 << 20;
    long rows = MOST / Double.BYTES / features + 1;
    RowCollector collector = new RowCollector(file, features, Request.ALL, j -> "value " + j);
    double[] row = new double[features];
    for (long i = 0; i < rows; i++) {
      collector.add(row, Written.WHOLE, () -> "row");
    }
    Arrays.fill(row, 0.5);

    assertRefused(
        () -> collector.add(row, Written.REAL, () -> "row"), Double.BYTES * rows * features);
  }

  private static void assertRefused(ThrowingCallable call, long bytes) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(call)
        .withMessage(
            "f: takes more than %d MB, twice as much while it is read, and Java has %d; take fewer"
                + " samples without data.select, or give it more with -Xmx",
            bytes >> 20, Runtime.getRuntime().maxMemory() >> 20);
  }

  private static InputStream zeros() {
    return new InputStream() {
      @Override
      public int read() {
        return 0;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        return length;
      }
    };
  }
}
