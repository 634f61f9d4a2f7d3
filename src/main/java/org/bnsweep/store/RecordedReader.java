package org.bnsweep.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Recorded;
import org.bnsweep.train.Recordings;
import org.bnsweep.train.WeightGradient;
import org.jspecify.annotations.Nullable;

/**
 * What trials kept beside their curves, handed out trial by trial in step with these; all tables
 * are in the grid's order. Of one that is not wanted, or that the folder does not have, nothing.
 */
final class RecordedReader implements Closeable {
  private final List<Rows<?>> opened = new ArrayList<>();
  private final RunFiles files;
  private final Recordings wanted;
  private final Rows<LayerActivations> activations;
  private final Rows<WeightGradient> gradients;
  private final Rows<LandscapeTable.Place> landscapes;

  RecordedReader(RunFiles files, Recordings wanted) {
    this.files = files;
    this.wanted = wanted;
    boolean read = false;
    try {
      activations =
          open(RecordingTables.ACTIVATIONS, ActivationsTable.READ, ActivationsTable::read);
      gradients = open(RecordingTables.GRADIENTS, GradientsTable.READ, GradientsTable::read);
      landscapes = open(RecordingTables.LANDSCAPE, LandscapeTable.READ, LandscapeTable::read);
      read = true;
    } finally {
      if (!read) {
        close();
      }
    }
  }

  private <T> Rows<T> open(RecordingTables table, List<String> columns, Function<Row, T> read) {
    Rows<T> rows = new Rows<>(files, table.file(), read);
    if (wanted.has(table.kind()) && files.exists(table.file().fileName())) {
      opened.add(rows);
      rows.open(table.columns(columns));
    }
    return rows;
  }

  /**
   * What the trial {@code id} kept; nothing if the next rows are not of it.
   *
   * @throws StoreException if a file cannot be read
   */
  Recorded of(String id) {
    return new Recorded(
        activations.of(id), gradients.of(id), LandscapeTable.points(landscapes.of(id)));
  }

  @Override
  public void close() {
    opened.forEach(Rows::close);
  }

  /** The rows of one table. */
  private static final class Rows<T> {
    private final RunFiles files;
    private final RunFile file;
    private final Function<Row, T> read;
    private @Nullable TableReader rows;
    private @Nullable Row row;

    /** None, until it is opened. */
    Rows(RunFiles files, RunFile file, Function<Row, T> read) {
      this.files = files;
      this.file = file;
      this.read = read;
    }

    void open(MessageType columns) {
      try {
        rows = new TableReader(files.fileSystem(), files.path(file.fileName()), columns);
        row = rows.next();
      } catch (IOException | RuntimeException e) {
        throw unreadable(e);
      }
    }

    List<T> of(String id) {
      List<T> ofTrial = new ArrayList<>();
      try {
        while (rows != null && row != null && row.text("trial_id").equals(id)) {
          ofTrial.add(read.apply(row));
          row = rows.next();
        }
      } catch (IOException | RuntimeException e) {
        throw unreadable(e);
      }
      return ofTrial;
    }

    private StoreException unreadable(Exception cause) {
      return new StoreException("cannot read " + files.describe(file.fileName()), cause);
    }

    void close() {
      try {
        if (rows != null) {
          rows.close();
        }
      } catch (IOException e) {
        // All that was asked for has been read.
      }
    }
  }
}
