package org.bnsweep.data.format;

import java.io.IOException;
import java.io.Reader;
import org.bnsweep.data.file.DataFile;
import org.jspecify.annotations.Nullable;

/** Lines of a text, none of which may be longer than memory allows. */
final class BoundedLines {
  private static final int LONGEST = 1 << 24;

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
      line.append((char) c);
    }
    return line.isEmpty() ? null : line.toString();
  }
}
