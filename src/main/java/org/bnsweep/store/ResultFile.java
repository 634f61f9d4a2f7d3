package org.bnsweep.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.stats.PairFigures;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.table.CsvWriter;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.RecordedTrial;

/**
 * A file with a table of the results while it is written under its temporary name: it appears
 * complete, or not at all.
 */
final class ResultFile<W extends Closeable> {
  private final RunFiles files;
  private final String name;
  private final FSDataOutputStream stream;
  private final W writer;
  private final TrialTable<W> table;

  /** Opens the writer of a file's rows. */
  @FunctionalInterface
  private interface Opening<W> {
    W open(FSDataOutputStream stream) throws IOException;
  }

  private ResultFile(RunFiles files, String name, Opening<W> opening, TrialTable<W> table)
      throws IOException {
    this.files = files;
    this.name = name;
    this.stream = files.create(RunFiles.temporary(name));
    this.writer = opening.open(stream);
    this.table = table;
  }

  static ResultFile<TableWriter> parquet(
      RunFiles files, String name, MessageType schema, TrialTable<TableWriter> table)
      throws IOException {
    return new ResultFile<>(
        files, name, stream -> new TableWriter(stream, schema, Map.of()), table);
  }

  static ResultFile<CsvWriter> csv(
      RunFiles files, String name, List<String> columns, TrialTable<CsvWriter> table)
      throws IOException {
    return new ResultFile<>(files, name, stream -> new CsvWriter(stream, columns), table);
  }

  /** Takes the next trial. */
  void accept(RecordedTrial trial, Optional<PairFigures> figures) throws IOException {
    table.add(trial, figures, writer);
  }

  /** Makes the file appear under its name. */
  void commit() throws IOException {
    table.end(writer);
    writer.close();
    files.replace(RunFiles.temporary(name), name);
  }

  /** Throws away what was written; the file of an earlier run stays. */
  void abandon() {
    try {
      // Not the writer: it would go on writing.
      stream.close();
    } catch (IOException e) {
      // It is thrown away in any case.
    }
    files.deleteQuietly(RunFiles.temporary(name));
  }
}
