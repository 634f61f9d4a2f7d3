package org.bnsweep.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.bnsweep.data.file.Gzip;

/**
 * A file whose content is known beforehand.
 *
 * @param name without {@code .gz}
 * @param form what is known
 * @param bytes of that
 * @param sha256 of that, hexadecimal
 */
record ExpectedFile(String name, Form form, long bytes, String sha256) {

  /** What is known of a file. */
  enum Form {
    /** What a gzip file unpacks to, as mirrors pack differently. */
    CONTENT,
    /** The gzip file. */
    PACKED,
    /** A zip archive, whose name is the whole name. */
    ARCHIVE
  }

  /** A file whose content is known once it is unpacked. */
  ExpectedFile(String name, long bytes, String sha256) {
    this(name, Form.CONTENT, bytes, sha256);
  }

  /** A gzip file that is known as it is. */
  static ExpectedFile packed(String name, long bytes, String sha256) {
    return new ExpectedFile(name, Form.PACKED, bytes, sha256);
  }

  /** A zip archive. */
  static ExpectedFile archive(String name, long bytes, String sha256) {
    return new ExpectedFile(name, Form.ARCHIVE, bytes, sha256);
  }

  /** The originals. */
  static final List<ExpectedFile> MNIST =
      List.of(
          new ExpectedFile(
              "train-images-idx3-ubyte",
              47_040_016,
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
          new ExpectedFile(
              "train-labels-idx1-ubyte",
              60_008,
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
          new ExpectedFile(
              "t10k-images-idx3-ubyte",
              7_840_016,
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
          new ExpectedFile(
              "t10k-labels-idx1-ubyte",
              10_008,
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  /** Name of the packed file. */
  String packedName() {
    return form == Form.ARCHIVE ? name : name + ".gz";
  }

  /** Names under which it can be there already, the one that is fetched first. */
  List<String> names() {
    return form == Form.CONTENT ? List.of(packedName(), name) : List.of(packedName());
  }

  /** More bytes than any gzip file of the content has. */
  long packedCap() {
    return form == Form.CONTENT ? bytes + bytes / 100 + 65_536 : bytes;
  }

  /**
   * What is wrong with the content of {@code file}, plain or gzip; empty if it is right. At most
   * one buffer more than the expected content is unpacked.
   *
   * @throws java.io.EOFException if it is a gzip file cut short
   * @throws java.util.zip.ZipException if it is a damaged one
   */
  Optional<String> problem(Path file) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    long count = 0;
    try (InputStream stored = Files.newInputStream(file);
        InputStream in = form == Form.CONTENT ? Gzip.unpacked(stored) : stored) {
      byte[] buffer = new byte[Gzip.BUFFER];
      int n;
      while (count <= bytes && (n = in.read(buffer)) >= 0) {
        digest.update(buffer, 0, n);
        count += n;
      }
    }
    String what = form == Form.CONTENT ? "its content" : "it";
    if (count != bytes) {
      String found = count > bytes ? "more than " + bytes : Long.toString(count);
      return Optional.of(what + " has " + found + " bytes, must be " + bytes);
    }
    String found = HexFormat.of().formatHex(digest.digest());
    return found.equals(sha256)
        ? Optional.empty()
        : Optional.of(what + " has SHA-256 " + found + ", must be " + sha256);
  }
}
