package org.bnsweep.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.Beginning;
import org.bnsweep.data.file.DataFile;

/**
 * The first bytes of an IDX file: two zeros, the type, the number of dimensions, then one
 * big-endian 32-bit size per dimension.
 *
 * @param kind images or labels
 * @param type of its numbers
 * @param dimensions of the whole, the samples included
 * @param count samples the header promises, 0 to 2^32 - 1
 * @param rows of an image, 1 for labels and for samples that are no images
 * @param columns of an image, 1 for labels, unless there is more to a label
 * @param colours of a pixel, 1 unless there is a fourth dimension
 */
record IdxHeader(
    Kind kind, IdxType type, int dimensions, long count, long rows, long columns, long colours) {
  private static final int MOST_DIMENSIONS = 4;

  /** Bytes after the first four that tell what else it is. */
  private static final int MORE = 60;

  /** What IDX files of samples have. */
  enum Kind {
    /** Two dimensions and up, three in MNIST. */
    IMAGES(3, 2, MOST_DIMENSIONS, "images"),
    /** One dimension; of two, as in QMNIST, the first column has the labels. */
    LABELS(1, 1, 2, "labels");

    private final int usual;
    private final int least;
    private final int most;
    private final String word;

    Kind(int usual, int least, int most, String word) {
      this.usual = usual;
      this.least = least;
      this.most = most;
      this.word = word;
    }

    private boolean has(int dimensions) {
      return dimensions >= least && dimensions <= most;
    }

    /** As in {@code images (magic 0x00000803)}, MNIST's. */
    String described() {
      return described(0x0800 | usual);
    }

    private String described(int magic) {
      return String.format(Locale.ROOT, "%s (magic 0x%08x)", word, magic);
    }

    String word() {
      return word;
    }
  }

  /**
   * Reads the header of {@code file} from {@code in}.
   *
   * @throws DataException unless it is that of a {@code kind} of at least one byte each
   */
  static IdxHeader read(DataFile file, Kind kind, InputStream in) throws IOException {
    byte[] start = in.readNBytes(4);
    if (start.length == 0) {
      throw file.error("is empty, expected " + kind.described());
    }
    int dimensions = kind.usual;
    IdxType type = IdxType.UNSIGNED_BYTE;
    if (start.length == 4) {
      type = type(file, kind, start, in);
      dimensions = start[3];
    }
    int headerBytes = 4 + 4 * dimensions;
    byte[] rest = in.readNBytes(headerBytes - 4);
    if (start.length + rest.length < headerBytes) {
      throw file.error(
          String.format(
              Locale.ROOT,
              "is truncated: %d bytes, the header of %s alone has %d",
              start.length + rest.length,
              kind.word,
              headerBytes));
    }
    ByteBuffer sizes = ByteBuffer.wrap(rest);
    long count = Integer.toUnsignedLong(sizes.getInt());
    long rows = dimensions >= 3 ? Integer.toUnsignedLong(sizes.getInt()) : 1;
    long columns = dimensions >= 2 ? Integer.toUnsignedLong(sizes.getInt()) : 1;
    long depth = dimensions >= 4 ? Integer.toUnsignedLong(sizes.getInt()) : 1;
    if (rows < 1
        || columns < 1
        || depth < 1
        || rows > Integer.MAX_VALUE / columns
        || rows * columns > Integer.MAX_VALUE / depth / type.bytes()) {
      throw file.error(
          String.format(
              Locale.ROOT,
              "promises %s of %dx%d%s, must be between 1x1 and 2147483647 %s",
              kind.word,
              rows,
              columns,
              dimensions >= 4 ? "x" + depth : "",
              type.bytes() == 1 ? "pixels" : "bytes"));
    }
    return new IdxHeader(kind, type, dimensions, count, rows, columns, depth);
  }

  private static IdxType type(DataFile file, Kind kind, byte[] bytes, InputStream in)
      throws IOException {
    int magic = ByteBuffer.wrap(bytes).getInt();
    Optional<IdxType> type = IdxType.of(bytes[2] & 0xff);
    int dimensions = bytes[3] & 0xff;
    if (bytes[0] == 0 && bytes[1] == 0 && type.isPresent()) {
      if (kind.has(dimensions)) {
        return type.get();
      }
      for (Kind other : Kind.values()) {
        if (other.has(dimensions)) {
          throw file.error("has " + other.described(magic) + ", expected " + kind.described());
        }
      }
    }
    boolean idx = bytes[0] == 0 && bytes[1] == 0;
    Optional<String> stranger = idx ? Optional.empty() : stranger(bytes, in);
    throw file.error(
        stranger
            .map(what -> "is " + what + ", expected an IDX file of " + kind.word)
            .orElseGet(
                () ->
                    String.format(
                        Locale.ROOT,
                        "is no IDX file of %s: it starts with 0x%08x, expected 0x%08x",
                        kind.word,
                        magic,
                        0x0800 | kind.usual)));
  }

  private static Optional<String> stranger(byte[] start, InputStream in) throws IOException {
    byte[] more = Arrays.copyOf(start, start.length + MORE);
    int n = in.readNBytes(more, start.length, MORE);
    return Beginning.of(Arrays.copyOf(more, start.length + n)).stranger();
  }

  /** Bytes before the first number. */
  int headerBytes() {
    return 4 + 4 * dimensions;
  }

  /** Numbers of one sample. */
  int sampleNumbers() {
    return (int) (rows * columns * colours);
  }

  /** Bytes of one sample. */
  int sampleBytes() {
    return sampleNumbers() * type.bytes();
  }

  /** Bytes of the whole file, unpacked. */
  long fileBytes() {
    return headerBytes() + count * sampleBytes();
  }

  /** As in {@code 28x28}. */
  String shape() {
    return rows + "x" + columns + (colours == 1 ? "" : "x" + colours);
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
