package org.bnsweep.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;
import org.bnsweep.data.file.Damage;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.Gzip;
import org.bnsweep.data.file.MemoryLimit;
import org.bnsweep.data.file.Unpacked;

/**
 * The first samples of an IDX file, plain or gzip (told apart by content, not by name), of which
 * the whole was found to be as long as its header says.
 *
 * <p>The header is not trusted. A plain file of known length is checked against it before anything
 * else is read, and only the samples asked for are. Of a gzip file, whose length shows at its end,
 * the memory taken follows the bytes that arrive, and the rest is read and counted but not kept.
 */
final class IdxFile {
  private final DataFile file;
  private final IdxHeader header;
  private final byte[] values;

  private IdxFile(DataFile file, IdxHeader header, byte[] values) {
    this.file = file;
    this.header = header;
    this.values = values;
  }

  /**
   * Reads the first {@code wanted} samples, or all if there are fewer, or if it takes all to know
   * what their numbers mean.
   *
   * @throws DataException if the file may not be read or is no complete IDX file of {@code kind}
   * @throws DataUnavailableException if its disk or host fails
   */
  static IdxFile read(DataFile file, IdxHeader.Kind kind, int wanted) {
    return Unpacked.read(
        file,
        Damage.ofGzip(kind.described()),
        in -> {
          boolean lengthShows = file.length().isPresent() && !(in instanceof GZIPInputStream);
          return lengthShows
              ? readPlain(file, kind, in, wanted)
              : readToTheEnd(file, kind, in, wanted);
        });
  }

  /** Name for messages. */
  String name() {
    return file.name();
  }

  /** What the file's header says, about all of its samples. */
  IdxHeader header() {
    return header;
  }

  /** The numbers of the samples read, one after the other; the array is the caller's. */
  byte[] bytes() {
    return values;
  }

  DataFile file() {
    return file;
  }

  private static IdxFile readPlain(DataFile file, IdxHeader.Kind kind, InputStream in, int wanted)
      throws IOException {
    IdxHeader header = IdxHeader.read(file, kind, in);
    long length = file.length().orElseThrow();
    if (length < header.fileBytes()) {
      throw truncated(file, header, length);
    }
    if (length > header.fileBytes()) {
      throw tooLong(file, header, length + " bytes");
    }
    int bytes = firstBytes(file, header, wanted);
    MemoryLimit.check(file, bytes);
    return new IdxFile(file, header, readFirst(file, header, in, bytes));
  }

  private static IdxFile readToTheEnd(
      DataFile file, IdxHeader.Kind kind, InputStream in, int wanted) throws IOException {
    IdxHeader header = IdxHeader.read(file, kind, in);
    byte[] values = readFirst(file, header, in, firstBytes(file, header, wanted));
    long length = (long) header.headerBytes() + values.length;
    length += Gzip.skip(in, header.fileBytes() + 1 - length);
    if (length < header.fileBytes()) {
      throw truncated(file, header, length);
    }
    if (length > header.fileBytes()) {
      throw tooLong(file, header, "more than " + header.fileBytes() + " bytes");
    }
    return new IdxFile(file, header, values);
  }

  private static int firstBytes(DataFile file, IdxHeader header, int wanted) {
    long samples = header.type().isOpen() ? header.count() : Math.min(wanted, header.count());
    long bytes = samples * header.sampleBytes();
    if (bytes > Integer.MAX_VALUE - 8) {
      throw file.error(
          String.format(
              Locale.ROOT,
              "%d samples of %s are %d bytes, must be below 2 GiB",
              samples,
              header.shape(),
              bytes));
    }
    return (int) bytes;
  }

  private static byte[] readFirst(DataFile file, IdxHeader header, InputStream in, int bytes)
      throws IOException {
    if (!MemoryLimit.fits(bytes)) {
      // That they are not there is the better answer, as headers lie.
      long there = Gzip.skip(in, bytes);
      if (there < bytes) {
        throw truncated(file, header, header.headerBytes() + there);
      }
      MemoryLimit.check(file, bytes);
    }
    // Takes memory as bytes arrive, so a header that lies costs no more than the file has.
    byte[] values = in.readNBytes(bytes);
    if (values.length < bytes) {
      throw truncated(file, header, header.headerBytes() + (long) values.length);
    }
    return values;
  }

  private static DataException truncated(DataFile file, IdxHeader header, long length) {
    return file.error("is truncated: " + length + " bytes, " + header.promise());
  }

  private static DataException tooLong(DataFile file, IdxHeader header, String length) {
    return file.error("is too long: " + length + ", " + header.promise());
  }
}
