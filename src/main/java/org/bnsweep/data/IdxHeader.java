package org.bnsweep.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * The first bytes of an IDX file of unsigned bytes: magic number, then one big-endian 32-bit size
 * per dimension.
 *
 * @param kind images or labels
 * @param count samples the header promises, 0 to 2^32 - 1
 * @param rows of an image, 1 for labels
 * @param columns of an image, 1 for labels
 */
record IdxHeader(Kind kind, long count, long rows, long columns) {

  /** What MNIST keeps in IDX files. */
  enum Kind {
    IMAGES(3, "images"),
    LABELS(1, "labels");

    private final int dimensions;
    private final String word;

    Kind(int dimensions, String word) {
      this.dimensions = dimensions;
      this.word = word;
    }

    /** Two zero bytes, type 0x08 (unsigned byte), number of dimensions. */
    int magic() {
      return 0x0800 | dimensions;
    }

    int headerBytes() {
      return 4 + 4 * dimensions;
    }

    /** As in {@code images (magic 0x00000803)}. */
    String described() {
      return String.format(Locale.ROOT, "%s (magic 0x%08x)", word, magic());
    }
  }

  /**
   * Reads the header of {@code file} from {@code in}.
   *
   * @throws DataException unless it is that of a {@code kind} of at least one byte each
   */
  static IdxHeader read(DataFile file, Kind kind, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(kind.headerBytes());
    if (bytes.length == 0) {
      throw file.error("is empty, expected " + kind.described());
    }
    if (bytes.length >= 4) {
      checkMagic(file, kind, ByteBuffer.wrap(bytes).getInt());
    }
    if (bytes.length < kind.headerBytes()) {
      throw file.error(
          String.format(
              Locale.ROOT,
              "is truncated: %d bytes, the header of %s alone has %d",
              bytes.length,
              kind.word,
              kind.headerBytes()));
    }
    ByteBuffer sizes = ByteBuffer.wrap(bytes).position(4);
    long count = Integer.toUnsignedLong(sizes.getInt());
    long rows = kind == Kind.IMAGES ? Integer.toUnsignedLong(sizes.getInt()) : 1;
    long columns = kind == Kind.IMAGES ? Integer.toUnsignedLong(sizes.getInt()) : 1;
    if (rows < 1 || columns < 1 || rows > Integer.MAX_VALUE / columns) {
      throw file.error(
          String.format(
              Locale.ROOT,
              "promises images of %dx%d, must be between 1x1 and 2147483647 pixels",
              rows,
              columns));
    }
    return new IdxHeader(kind, count, rows, columns);
  }

  private static void checkMagic(DataFile file, Kind kind, int magic) {
    if (magic == kind.magic()) {
      return;
    }
    for (Kind other : Kind.values()) {
      if (magic == other.magic()) {
        throw file.error("has " + other.described() + ", expected " + kind.described());
      }
    }
    throw file.error(
        String.format(
            Locale.ROOT,
            "is no IDX file of %s: it starts with 0x%08x, expected 0x%08x",
            kind.word,
            magic,
            kind.magic()));
  }

  /** Bytes of one sample. */
  int sampleBytes() {
    return (int) (rows * columns);
  }

  /** Bytes of the whole file, unpacked. */
  long fileBytes() {
    return kind.headerBytes() + count * sampleBytes();
  }

  /** As in {@code 28x28}. */
  String shape() {
    return rows + "x" + columns;
  }

  /** As in {@code its header promises 1000 images of 28x28, 784016 bytes}. */
  String promise() {
    return String.format(
        Locale.ROOT,
        "its header promises %d %s%s, %d bytes",
        count,
        kind.word,
        kind == Kind.IMAGES ? " of " + shape() : "",
        fileBytes());
  }
}
