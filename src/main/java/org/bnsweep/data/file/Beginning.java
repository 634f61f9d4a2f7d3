package org.bnsweep.data.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;

/** The first bytes of a file, unpacked if it is a gzip file: enough to tell what it is. */
public final class Beginning {
  private static final int BYTES = 4096;
  private static final Damage DAMAGE =
      new Damage("is a gzip file cut short", "is a damaged gzip file");

  private final byte[] bytes;
  private final boolean packed;

  private Beginning(byte[] bytes, boolean packed) {
    this.bytes = bytes;
    this.packed = packed;
  }

  /** Of bytes that were read already. */
  public static Beginning of(byte... bytes) {
    return new Beginning(Arrays.copyOf(bytes, Math.min(bytes.length, BYTES)), false);
  }

  /**
   * That of {@code file}.
   *
   * @throws DataException if the file may not be read, or is a damaged gzip file
   * @throws DataUnavailableException if its disk or host fails
   */
  public static Beginning of(DataFile file) {
    return Unpacked.read(
        file, DAMAGE, in -> new Beginning(in.readNBytes(BYTES), in instanceof GZIPInputStream));
  }

  /** Whether the file is a gzip file, and these are the bytes it unpacks to. */
  public boolean isPacked() {
    return packed;
  }

  /** Whether the file begins with these bytes. */
  public boolean startsWith(int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the file begins with this text, of letters of any case. */
  public boolean startsWith(String text) {
    return text().toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT));
  }

  /** Whether this text is in the first bytes. */
  public boolean has(String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }

  /** Whether it is text: no control characters but white space. */
  public boolean isText() {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return bytes.length > 0;
  }

  /** The bytes as text, without a byte order mark and white space before it. */
  public String text() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
  }

  /** What it is, in words, if it is one of the things that are found in place of samples. */
  public Optional<String> stranger() {
    if (bytes.length == 0) {
      return Optional.of("empty");
    }
    if (startsWith("<!doctype html") || startsWith("<html")) {
      return Optional.of("a web page");
    }
    if (startsWith("<?xml")) {
      return Optional.of("an XML document");
    }
    if (startsWith("version https://git-lfs")) {
      return Optional.of("a pointer of Git LFS (git lfs pull gets the file)");
    }
    if (startsWith('P', 'K', 3, 4)) {
      return Optional.of("a zip archive");
    }
    if (startsWith(0x1f, 0x8b)) {
      return Optional.of("gzip in gzip");
    }
    if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] >= 8 && bytes[2] < 15) {
      return Optional.of("one IDX file (name the folder that has it and its labels)");
    }
    return startsWith(0x89, 'H', 'D', 'F') ? Optional.of("an HDF5 file") : Optional.empty();
  }
}
