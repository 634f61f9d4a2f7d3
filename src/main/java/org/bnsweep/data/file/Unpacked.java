package org.bnsweep.data.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.FSError;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;
import org.bnsweep.data.Reading;

/** Reads files from their first byte on, unpacked if they are gzip files. */
public final class Unpacked {
  private Unpacked() {}

  /** What is done with the bytes of a file. */
  @FunctionalInterface
  public interface Body<T> {
    /** The result; {@code in} is closed by the caller. */
    T read(InputStream in) throws IOException;
  }

  /**
   * What {@code body} makes of {@code file}.
   *
   * @param kind of the file, for messages
   * @throws DataException if the file may not be read, or is a damaged gzip file
   * @throws DataUnavailableException if its disk or host fails
   */
  public static <T> T read(DataFile file, String kind, Body<T> body) {
    return guard(
        file,
        kind,
        () -> {
          try (InputStream stored = file.content().open();
              InputStream in = Gzip.unpacked(stored)) {
            return body.read(in);
          }
        });
  }

  /** Something that reads a file by itself. */
  @FunctionalInterface
  public interface Reading<T> {
    /** The result. */
    T get() throws IOException;
  }

  /** As {@link #read}, for what opens the file itself. */
  public static <T> T guard(DataFile file, String kind, Reading<T> reading) {
    try {
      return reading.get();
    } catch (UncheckedIOException e) {
      throw of(file, kind, e.getCause());
    } catch (IOException e) {
      throw of(file, kind, e);
    } catch (FSError e) {
      // Of Hadoop's local disk, which does not throw IOException when it fails.
      IOException cause = e.getCause() instanceof IOException io ? io : new IOException(e);
      throw DataException.of(file.name() + ": cannot be read", cause);
    }
  }

  private static DataException of(DataFile file, String kind, IOException e) {
    if (e instanceof EOFException) {
      return new DataException(
          file.name()
              + (kind.startsWith("NPZ")
                  ? ": is cut short, expected a complete file"
                  : ": is a gzip file cut short, expected a complete file of " + kind),
          e);
    }
    if (e instanceof ZipException) {
      return new DataException(
          file.name()
              + (kind.startsWith("NPZ") ? ": is a damaged archive: " : ": is a damaged gzip file: ")
              + DataException.reason(e),
          e);
    }
    return DataException.of(file.name() + ": cannot be read", e);
  }
}
