package org.bnsweep.store;

import java.io.IOException;
import java.util.List;

/** A CSV file while it is written under its temporary name. */
abstract class CsvSink implements TrialSink {
  private final RunFiles files;
  private final String name;
  private final CsvWriter csv;

  CsvSink(RunFiles files, String name, List<String> columns) throws IOException {
    this.files = files;
    this.name = name;
    this.csv = new CsvWriter(files.create(RunFiles.temporary(name)), columns);
  }

  final CsvWriter csv() {
    return csv;
  }

  @Override
  public void commit() throws IOException {
    csv.close();
    files.replace(RunFiles.temporary(name), name);
  }

  @Override
  public void abandon() {
    try {
      csv.close();
    } catch (IOException e) {
      // It is thrown away in any case.
    }
    files.deleteQuietly(RunFiles.temporary(name));
  }
}
