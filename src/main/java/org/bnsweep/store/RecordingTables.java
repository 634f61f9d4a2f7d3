package org.bnsweep.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
      Recording.ACTIVATIONS, ActivationsTable.NAME, ActivationsTable.SCHEMA, ActivationsTable::new),
  GRADIENTS(Recording.GRADIENTS, GradientsTable.NAME, GradientsTable.SCHEMA, GradientsTable::new),
  LANDSCAPE(Recording.LANDSCAPE, LandscapeTable.NAME, LandscapeTable.SCHEMA, LandscapeTable::new);

  private final Recording kind;
  private final String file;
  private final MessageType schema;
  private final Supplier<TrialTable<TableWriter>> table;

  RecordingTables(
      Recording kind, String file, MessageType schema, Supplier<TrialTable<TableWriter>> table) {
    this.kind = kind;
    this.file = file;
    this.schema = schema;
    this.table = table;
  }

  Recording kind() {
    return kind;
  }

  String file() {
    return file;
  }

  /** The names of all. */
  static List<String> files() {
    return Arrays.stream(values()).map(RecordingTables::file).toList();
  }

  ResultFile<?> open(RunFiles files) throws IOException {
    return ResultFile.parquet(files, file, schema, table.get());
  }
}
