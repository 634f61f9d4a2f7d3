package org.bnsweep.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.raw.SampleWidth;

/**
 * The beginning of an NPY file, versions 1 to 3 of its format (NumPy, {@code numpy.lib.format}).
 *
 * @param type of its numbers
 * @param order of the bytes of each
 * @param layout of the array
 * @param shape sizes of its dimensions, each 0 and up
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NpyHeader(NpyType type, ByteOrder order, Layout layout, long... shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final int MOST_FEATURES = Integer.MAX_VALUE / 8;

  /** Of what is a long for certain. */
  private static final int MOST_DIGITS = 18;

  private static final Pattern DESCR =
      Pattern.compile("'descr':\\s*'(?<order>[<>|=]?)(?<type>[^']*)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*True");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\((?<sizes>[\\d,L\\s]*)\\)");

  /** Which dimension is written without gaps. */
  enum Layout {
    /** The last: sample by sample. */
    C,
    /** The first: feature by feature. */
    FORTRAN
  }

  /**
   * Reads the header of {@code file} from {@code in}.
   *
   * @throws DataException if it is none, or that of something else than numbers
   */
  static NpyHeader read(DataFile file, InputStream in) throws IOException {
    byte[] start = in.readNBytes(8);
    if (start.length < 8 || !Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC)) {
      throw file.error("is no NPY file: it must start with \\x93NUMPY");
    }
    boolean old = start[6] == 1;
    byte[] size = in.readNBytes(old ? 2 : 4);
    long length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = length << 8 | (size[i] & 0xff);
    }
    if (length > LONGEST) {
      throw file.error("has a header of " + length + " bytes, must be at most " + LONGEST);
    }
    String text = new String(in.readNBytes((int) length), StandardCharsets.UTF_8);
    Matcher descr = DESCR.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!shape.find() || !text.contains("'descr'")) {
      throw file.error("is truncated or no NPY file: its header is " + quoted(text));
    }
    if (!descr.find()) {
      throw file.error("has records of several types, must have numbers of one");
    }
    String word = descr.group("type");
    NpyType type =
        NpyType.of(word)
            .orElseThrow(
                () ->
                    file.error(
                        "has "
                            + (word.startsWith("O") ? "Python objects" : "type " + word)
                            + ", must have numbers: astype('float64') or astype('uint8')"));
    return new NpyHeader(
        type,
        descr.group("order").equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        FORTRAN.matcher(text).find() ? Layout.FORTRAN : Layout.C,
        sizes(file, shape.group("sizes")));
  }

  private static long[] sizes(DataFile file, String text) {
    long[] sizes =
        Arrays.stream(text.replace("L", "").split(","))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .mapToLong(size -> size.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(size))
            .toArray();
    if (sizes.length > 0 && sizes[0] > Integer.MAX_VALUE) {
      throw file.error("has more than " + Integer.MAX_VALUE + " samples");
    }
    long features = 1;
    for (int i = 1; i < sizes.length; i++) {
      if (sizes[i] == 0) {
        throw file.error("has samples of no values, must have one or more: " + words(sizes));
      }
      if (sizes[i] > MOST_FEATURES / features) {
        throw file.error("has samples of more than " + MOST_FEATURES + " values");
      }
      features *= sizes[i];
    }
    return sizes;
  }

  private static String quoted(String text) {
    return '"' + text.substring(0, Math.min(60, text.length())).strip() + '"';
  }

  int dimensions() {
    return shape.length;
  }

  /** Samples. */
  long count() {
    return shape.length == 0 ? 1 : shape[0];
  }

  /** Numbers of one sample. */
  int features() {
    return (int) Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
  }

  /** The width of samples: an image if there are two or more dimensions to one. */
  SampleWidth width() {
    return shape.length >= 3
        ? SampleWidth.ofImages(
            (int) shape[1], (int) shape[2], features() / (int) (shape[1] * shape[2]))
        : SampleWidth.ofTable(features());
  }

  /** As in {@code (60000, 28, 28)}. */
  String words() {
    return words(shape);
  }

  private static String words(long... shape) {
    return LongStream.of(shape)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
