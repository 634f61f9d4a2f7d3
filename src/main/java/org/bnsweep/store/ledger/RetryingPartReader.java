package org.bnsweep.store.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Function;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a part, one by one; after an exception the same row can be asked for again, and the
 * part is then opened anew.
 */
final class RetryingPartReader<T> implements Closeable {
  private final RunFiles files;
  private final String part;
  private final MessageType columns;
  private final Function<Row, T> decoder;
  private @Nullable TableReader reader;
  private long handedOut;

  /** Opens nothing yet. */
  RetryingPartReader(RunFiles files, String part, MessageType columns, Function<Row, T> decoder) {
    this.files = files;
    this.part = part;
    this.columns = columns;
    this.decoder = decoder;
  }

  /**
   * The next row; null after the last.
   *
   * @throws IOException if it could not be read or is no row, as a RuntimeException may say as well
   */
  @Nullable T next() throws IOException {
    boolean read = false;
    try {
      Row row = reader().next();
      T decoded = row == null ? null : decoder.apply(row);
      read = true;
      handedOut++;
      return decoded;
    } finally {
      if (!read) {
        close();
      }
    }
  }

  private TableReader reader() throws IOException {
    TableReader open = reader;
    if (open == null) {
      open = new TableReader(files.fileSystem(), files.path(part), columns);
      reader = open;
      for (long i = 0; i < handedOut; i++) {
        open.next();
      }
    }
    return open;
  }

  @Override
  public void close() {
    TableReader open = reader;
    reader = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // All that was asked for has been read.
    }
  }
}
