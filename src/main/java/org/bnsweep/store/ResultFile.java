package org.bnsweep.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.files.NewFile;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.table.CsvWriter;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.RecordedTrial;

/** A file with a table of the results while it is written: it appears complete, or not at all. */
final class ResultFile<W extends Closeable> {
  private final NewFile file;
  private final W writer;
  private final TrialTable<W> table;

  /** Opens the writer of a file's rows. */
  @FunctionalInterface
  private interface Opening<W> {
    W open(FSDataOutputStream stream) throws IOException;
  }

  private ResultFile(RunFiles files, RunFile file, Opening<W> opening, TrialTable<W> table)
      throws IOException {
    this.file = files.newFile(file.fileName());
    this.writer = opening.open(this.file.stream());
    this.table = table;
  }

  static ResultFile<TableWriter> parquet(
      RunFiles files, RunFile file, MessageType schema, TrialTable<TableWriter> table)
      throws IOException {
    return new ResultFile<>(
        files, file, stream -> new TableWriter(stream, schema, Map.of()), table);
  }

  static ResultFile<CsvWriter> csv(
      RunFiles files, RunFile file, List<String> columns, TrialTable<CsvWriter> table)
      throws IOException {
    return new ResultFile<>(files, file, stream -> new CsvWriter(stream, columns), table);
  }

  /** Takes the next trial. */
  void accept(RecordedTrial trial, Optional<PairFigures> figures) throws IOException {
    table.add(trial, figures, writer);
  }

  /** Makes the file appear under its name. */
  void commit() throws IOException {
    table.end(writer);
    writer.close();
    file.appear();
  }

  /** Throws away what was written; the file of an earlier run stays. */
  void abandon() {
    // Not the writer: it would go on writing.
    file.abandon();
  }
}
