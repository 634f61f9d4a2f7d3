package org.bnsweep.store;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.train.Recording;

/** The table that a run has for each thing that it keeps beside the curves. */
// What makes a table has no state.
@SuppressWarnings("ImmutableEnumChecker")
enum RecordingTables {
  ACTIVATIONS(
      Recording.ACTIVATIONS, RunFile.ACTIVATIONS, ActivationsTable.SCHEMA, ActivationsTable::new),
  GRADIENTS(Recording.GRADIENTS, RunFile.GRADIENTS, GradientsTable.SCHEMA, GradientsTable::new),
  LANDSCAPE(Recording.LANDSCAPE, RunFile.LANDSCAPE, LandscapeTable.SCHEMA, LandscapeTable::new);

  private final Recording kind;
  private final RunFile file;
  private final MessageType schema;
  private final Supplier<TrialTable<TableWriter>> table;

  RecordingTables(
      Recording kind, RunFile file, MessageType schema, Supplier<TrialTable<TableWriter>> table) {
    this.kind = kind;
    this.file = file;
    this.schema = schema;
    this.table = table;
  }

  Recording kind() {
    return kind;
  }

  RunFile file() {
    return file;
  }

  ResultFile<?> open(RunFiles files) throws IOException {
    return ResultFile.parquet(files, file, schema, table.get());
  }
}
