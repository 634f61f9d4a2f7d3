package org.bnsweep.data.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.bnsweep.data.DataException;

/**
 * Bytes that can be opened, wherever they are.
 *
 * @param name for messages
 * @param length in bytes as stored, empty if unknown
 * @param content opens them
 */
public record DataFile(String name, OptionalLong length, Content content) {

  /** Opens a new stream at the first byte. */
  @FunctionalInterface
  public interface Content {
    /** The stream, which the caller closes. */
    InputStream open() throws IOException;
  }

  /** An exception about this file. */
  public DataException error(String found) {
    return new DataException(name + ": " + found);
  }

  /** Name without its folders. */
  public String lastName() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
