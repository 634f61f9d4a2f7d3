package org.bnsweep.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Bytes that can be opened, wherever they are.
 *
 * @param name for messages
 * @param length in bytes as stored, empty if unknown
 * @param content opens them
 */
record DataFile(String name, OptionalLong length, Content content) {

  /** Opens a new stream at the first byte. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  /** An exception about this file. */
  DataException error(String found) {
    return new DataException(name + ": " + found);
  }
}
