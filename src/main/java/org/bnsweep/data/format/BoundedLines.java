package org.bnsweep.data.format;

import java.io.IOException;
import java.io.Reader;
import org.bnsweep.data.file.DataFile;
import org.jspecify.annotations.Nullable;

/** Lines of a text without its byte order mark, none longer than memory allows. */
final class BoundedLines {
  private static final int LONGEST = 1 << 24;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final DataFile file;
  private final Reader reader;
  private long number;

  /**
   * @param reader buffered
   */
  BoundedLines(DataFile file, Reader reader) {
    this.file = file;
    this.reader = reader;
  }

  /** Number of the last line, from 1. */
  long number() {
    return number;
  }

  /** The next line without its end; null after the last. */
  @Nullable String next() throws IOException {
    number++;
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return line.toString();
      }
      if (line.length() == LONGEST) {
        throw file.error(
            "line " + number + " has more than " + LONGEST + " characters, which is no sample");
      }
      if (c != BYTE_ORDER_MARK || number > 1 || !line.isEmpty()) {
        line.append((char) c);
      }
    }
    return line.isEmpty() ? null : line.toString();
  }
}
