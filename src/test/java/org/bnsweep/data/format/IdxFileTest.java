package org.bnsweep.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.data.format.IdxFiles.gzip;
import static org.bnsweep.data.format.IdxFiles.images;
import static org.bnsweep.data.format.IdxFiles.imagesHeader;
import static org.bnsweep.data.format.IdxFiles.labels;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.security.AccessControlException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.format.IdxHeader.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdxFileTest {
  private static final int TWO_BILLION = 2_000_000_000;

  @ParameterizedTest
  @MethodSource("storedForms")
  void readsTheFirstSamplesOfEveryStoredForm(DataFile file) {
    IdxFile idx = IdxFile.read(file, Kind.IMAGES, 2);

    assertThat(idx.header())
        .isEqualTo(new IdxHeader(Kind.IMAGES, IdxType.UNSIGNED_BYTE, 3, 3, 2, 2, 1));
    assertThat(idx.bytes()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
  }

  static Stream<DataFile> storedForms() {
    byte[] plain = images(3, 2, 2);
    return Stream.of(
        file(plain), unknownLength(plain), file(gzip(plain)), unknownLength(gzip(plain)));
  }

  @Test
  void readsAllWhereMoreAreWanted() {
    assertThat(IdxFile.read(file(labels(3)), Kind.LABELS, 5).bytes()).containsExactly(0, 1, 2);
    assertThat(IdxFile.read(file(gzip(labels(3))), Kind.LABELS, 5).bytes())
        .containsExactly(0, 1, 2);
  }

  @Test
  void readsNoMoreOfAPlainFileThanTheFirstSamples() {
    AtomicLong read = new AtomicLong();
    byte[] content = images(1000, 28, 28);
    DataFile file =
        new DataFile(
            "f",
            OptionalLong.of(content.length),
            () -> counting(new ByteArrayInputStream(content), read));

    IdxFile.read(file, Kind.IMAGES, 10);

    assertThat(read.get()).isLessThanOrEqualTo(3 * 65536L);
  }

  @Test
  void rejectsALabelFileGivenAsImages() {
    assertRejects(
        () -> IdxFile.read(file(labels(100)), Kind.IMAGES, 1),
        "f: has labels (magic 0x00000801), expected images (magic 0x00000803)");
  }

  @Test
  void rejectsAnImageFileGivenAsLabels() {
    assertRejects(
        () -> IdxFile.read(file(gzip(images(3, 2, 2))), Kind.LABELS, 1),
        "f: has images (magic 0x00000803), expected labels (magic 0x00000801)");
  }

  @Test
  void rejectsWhatIsNoIdxFile() {
    byte[] text = "<html>404".getBytes(StandardCharsets.US_ASCII);
    assertRejects(
        () -> IdxFile.read(file(text), Kind.LABELS, 1),
        "f: is a web page, expected an IDX file of labels");
  }

  @Test
  void rejectsATypeThatThereIsNot() {
    byte[] odd = images(3, 2, 2);
    odd[2] = 0x0a;
    assertRejects(
        () -> IdxFile.read(file(odd), Kind.IMAGES, 1),
        "f: is no IDX file of images: it starts with 0x00000a03, expected 0x00000803");
  }

  @Test
  void rejectsAnEmptyFile() {
    String message = "f: is empty, expected images (magic 0x00000803)";
    assertRejects(() -> IdxFile.read(file(new byte[0]), Kind.IMAGES, 1), message);
    assertRejects(() -> IdxFile.read(file(gzip(new byte[0])), Kind.IMAGES, 1), message);
  }

  @Test
  void rejectsAFileThatEndsInItsHeader() {
    assertRejects(
        () -> IdxFile.read(file(Arrays.copyOf(images(3, 2, 2), 9)), Kind.IMAGES, 1),
        "f: is truncated: 9 bytes, the header of images alone has 16");
    assertRejects(
        () -> IdxFile.read(file(new byte[] {0}), Kind.LABELS, 1),
        "f: is truncated: 1 bytes, the header of labels alone has 8");
  }

  @Test
  void rejectsATruncatedFileEvenWhenTheFirstSamplesAreThere() {
    byte[] cut = Arrays.copyOf(images(3, 2, 2), 27);
    String message = "f: is truncated: 27 bytes, its header promises 3 images of 2x2, 28 bytes";
    for (int wanted : new int[] {1, 3}) {
      assertRejects(() -> IdxFile.read(file(cut), Kind.IMAGES, wanted), message);
      assertRejects(() -> IdxFile.read(unknownLength(cut), Kind.IMAGES, wanted), message);
      assertRejects(() -> IdxFile.read(file(gzip(cut)), Kind.IMAGES, wanted), message);
    }
  }

  @Test
  void rejectsAnOverLongFile() {
    byte[] more = Arrays.copyOf(labels(3), 12);
    assertRejects(
        () -> IdxFile.read(file(more), Kind.LABELS, 1),
        "f: is too long: 12 bytes, its header promises 3 labels, 11 bytes");
    String counted = "f: is too long: more than 11 bytes, its header promises 3 labels, 11 bytes";
    for (int wanted : new int[] {1, 3}) {
      assertRejects(() -> IdxFile.read(unknownLength(more), Kind.LABELS, wanted), counted);
      assertRejects(() -> IdxFile.read(file(gzip(more)), Kind.LABELS, wanted), counted);
    }
  }

  @Test
  void rejectsAGzipCutShort() {
    byte[] whole = gzip(images(100, 5, 5));
    String message =
        "f: is a gzip file cut short, expected a complete file of images (magic 0x00000803)";
    // in the gzip header, in the content, in the trailer with the CRC
    for (int length : new int[] {5, whole.length / 2, whole.length - 1}) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertRejects(() -> IdxFile.read(file(cut), Kind.IMAGES, 1), message);
    }
  }

  @Test
  void rejectsADamagedGzip() {
    byte[] damaged = gzip(labels(3));
    damaged[damaged.length - 6] ^= 1;
    assertRejects(
        () -> IdxFile.read(file(damaged), Kind.LABELS, 1),
        "f: is a damaged gzip file: Corrupt GZIP trailer");
  }

  @Test
  void rejectsAHeaderThatPromisesTwoBillionSamplesBeforeTakingMemory() {
    byte[] liar = imagesHeader(TWO_BILLION, 28, 28);
    String message =
        "f: is truncated: 16 bytes, its header promises 2000000000 images of 28x28,"
            + " 1568000000016 bytes";
    // 2 million of 784 bytes would be 1.5 GB, more than the heap of the tests
    for (DataFile file : new DataFile[] {file(liar), unknownLength(liar), file(gzip(liar))}) {
      long before = allocated();
      assertRejects(() -> IdxFile.read(file, Kind.IMAGES, 2_000_000), message);
      assertThat(allocated() - before).isLessThan(4_000_000L);
    }
  }

  @Test
  void rejectsMoreBytesThanAnArrayHas() {
    DataFile huge =
        new DataFile(
            "f",
            OptionalLong.of(16 + 3_000_000L * 784),
            () -> new ByteArrayInputStream(imagesHeader(3_000_000, 28, 28)));
    assertRejects(
        () -> IdxFile.read(huge, Kind.IMAGES, 3_000_000),
        "f: 3000000 samples of 28x28 are 2352000000 bytes, must be below 2 GiB");
  }

  @Test
  void rejectsImagesOfNoPixelsOrTooMany() {
    assertRejects(
        () -> IdxFile.read(file(imagesHeader(1, 0, 28)), Kind.IMAGES, 1),
        "f: promises images of 0x28, must be between 1x1 and 2147483647 pixels");
    assertRejects(
        () -> IdxFile.read(file(imagesHeader(1, -1, -1)), Kind.IMAGES, 1),
        "f: promises images of 4294967295x4294967295, must be between 1x1 and 2147483647 pixels");
  }

  @Test
  void saysWhyAFileCannotBeRead() {
    DataFile locked =
        new DataFile(
            "f",
            OptionalLong.of(1),
            () -> {
              throw new AccessControlException("Permission denied\nat block 7");
            });
    assertRejects(
        () -> IdxFile.read(locked, Kind.IMAGES, 1),
        "f: cannot be read: Permission denied at block 7");
    DataFile broken =
        new DataFile("f", OptionalLong.empty(), () -> failingAfter(Arrays.copyOf(labels(3), 9)));
    assertThatThrownBy(() -> IdxFile.read(broken, Kind.LABELS, 1))
        .isExactlyInstanceOf(DataUnavailableException.class)
        .hasMessage("f: cannot be read: disk on fire");
  }

  @Test
  void stopsReadingAGzipThatUnpacksToMoreThanItsHeaderSays() throws IOException {
    byte[] incompressible = new byte[2_000_000];
    new Random(1).nextBytes(incompressible);
    ByteArrayOutputStream endless = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(endless)) {
      out.write(labels(3));
      out.write(incompressible);
    }
    AtomicLong read = new AtomicLong();
    DataFile file =
        new DataFile(
            "f",
            OptionalLong.of(endless.size()),
            () -> counting(new ByteArrayInputStream(endless.toByteArray()), read));
    assertRejects(
        () -> IdxFile.read(file, Kind.LABELS, 3),
        "f: is too long: more than 11 bytes, its header promises 3 labels, 11 bytes");
    assertThat(read.get()).isLessThanOrEqualTo(3 * 65536L);
  }

  private static void assertRejects(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isExactlyInstanceOf(DataException.class).hasMessage(message);
  }

  private static DataFile file(byte[] content) {
    return new DataFile(
        "f", OptionalLong.of(content.length), () -> new ByteArrayInputStream(content));
  }

  private static DataFile unknownLength(byte[] content) {
    return new DataFile("f", OptionalLong.empty(), () -> new ByteArrayInputStream(content));
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static InputStream failingAfter(byte[] content) {
    InputStream failing =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk on fire");
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(content), failing);
  }

  private static InputStream counting(InputStream in, AtomicLong count) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        count.addAndGet(value < 0 ? 0 : 1);
        return value;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count.addAndGet(Math.max(n, 0));
        return n;
      }
    };
  }
}
