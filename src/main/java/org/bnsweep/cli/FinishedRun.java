package org.bnsweep.cli;

import org.apache.hadoop.conf.Configuration;
import org.bnsweep.report.Report;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.StoreException;

/** A run folder with results, as commands read it. */
record FinishedRun(RunReader reader) {

  /**
   * Opens the folder a user named.
   *
   * @throws InputException if it holds no finished run
   */
  static FinishedRun open(String location) {
    try {
      return new FinishedRun(RunReader.open(location, new Configuration()));
    } catch (StoreException e) {
      throw new InputException(PlainText.message(e), e);
    }
  }

  /** Draws the report into the folder. */
  void draw() {
    Report.write(reader);
  }

  /** Test samples of the run. */
  int testSize() {
    return reader.info().settings().path("data").path("test_size").asInt();
  }

  /** Where its samples came from: {@code embedded}, or a name without its folders. */
  String source() {
    return reader.info().settings().path("data").path("source").asText();
  }
}
