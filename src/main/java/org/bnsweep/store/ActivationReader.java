package org.bnsweep.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code activations.parquet}, handed out trial by trial in step with the curves; both
 * are in the grid's order. A folder without the file has none.
 */
final class ActivationReader implements Closeable {
  private static final MessageType COLUMNS =
      new MessageType(
          "activations",
          List.of(
              ActivationsTable.SCHEMA.getType("trial_id"),
              ActivationsTable.SCHEMA.getType("network"),
              ActivationsTable.SCHEMA.getType("epoch"),
              ActivationsTable.SCHEMA.getType("layer"),
              ActivationsTable.SCHEMA.getType("mean"),
              ActivationsTable.SCHEMA.getType("std"),
              ActivationsTable.SCHEMA.getType("dead_share"),
              ActivationsTable.SCHEMA.getType("bin"),
              ActivationsTable.SCHEMA.getType("bin_count")));

  private final RunFiles files;
  private final @Nullable TableReader rows;
  private @Nullable Row row;

  ActivationReader(RunFiles files) {
    this.files = files;
    this.rows = files.exists(RunFile.ACTIVATIONS.fileName()) ? open() : null;
    boolean read = false;
    try {
      this.row = next();
      read = true;
    } finally {
      if (!read) {
        close();
      }
    }
  }

  /**
   * The activations of the trial {@code id}, by network, epoch and layer; none if the next rows are
   * not of it.
   *
   * @throws StoreException if the file cannot be read
   */
  List<LayerActivations> of(String id) {
    List<LayerActivations> activations = new ArrayList<>();
    while (row != null && row.text("trial_id").equals(id)) {
      activations.add(read(row));
      row = next();
    }
    return activations;
  }

  private LayerActivations read(Row from) {
    try {
      int bins = from.cell("bin").count();
      return new LayerActivations(
          Network.of(from.text("network")),
          from.integer("layer"),
          from.integer("epoch"),
          from.real("mean"),
          from.real("std"),
          from.real("dead_share"),
          Histogram.of(
              from.cell("bin").integers(0, bins), from.cell("bin_count").integers(0, bins)));
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private TableReader open() {
    try {
      return new TableReader(
          files.fileSystem(), files.path(RunFile.ACTIVATIONS.fileName()), COLUMNS);
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private @Nullable Row next() {
    try {
      return rows == null ? null : rows.next();
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private StoreException unreadable(Exception cause) {
    return new StoreException(
        "cannot read " + files.describe(RunFile.ACTIVATIONS.fileName()), cause);
  }

  @Override
  public void close() {
    try {
      if (rows != null) {
        rows.close();
      }
    } catch (IOException e) {
      // All that was asked for has been read.
    }
  }
}
