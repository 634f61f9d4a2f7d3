package org.bnsweep.store;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  /** The trial's id and {@code names}, for whoever reads no more. */
  MessageType columns(List<String> names) {
    return new MessageType(
        schema.getName(),
        Stream.concat(Stream.of("trial_id"), names.stream()).map(schema::getType).toList());
  }

  ResultFile<?> open(RunFiles files) throws IOException {
    return ResultFile.parquet(files, file, schema, table.get());
  }
}
