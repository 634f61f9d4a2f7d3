package org.bnsweep.data.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.FSError;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;

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
   * @param damage how to say that the file is broken
   * @throws DataException if the file may not be read, or is a damaged gzip file
   * @throws DataUnavailableException if its disk or host fails
   */
  public static <T> T read(DataFile file, Damage damage, Body<T> body) {
    return guard(
        file,
        damage,
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
  public static <T> T guard(DataFile file, Damage damage, Reading<T> reading) {
    try {
      return reading.get();
    } catch (UncheckedIOException e) {
      throw of(file, damage, e.getCause());
    } catch (IOException e) {
      throw of(file, damage, e);
    } catch (FSError e) {
      // Of Hadoop's local disk, which does not throw IOException when it fails.
      IOException cause = e.getCause() instanceof IOException io ? io : new IOException(e);
      throw DataException.of(file.name() + ": cannot be read", cause);
    }
  }

  private static DataException of(DataFile file, Damage damage, IOException e) {
    if (e instanceof EOFException) {
      return new DataException(file.name() + ": " + damage.cutShort(), e);
    }
    if (e instanceof ZipException) {
      return new DataException(
          file.name() + ": " + damage.damaged() + ": " + DataException.reason(e), e);
    }
    return DataException.of(file.name() + ": cannot be read", e);
  }
}
