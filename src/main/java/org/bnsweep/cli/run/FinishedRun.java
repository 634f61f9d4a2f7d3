package org.bnsweep.cli.run;

import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.report.Report;
import org.bnsweep.store.RunReader;

/** A run folder with results, as commands read it. */
public record FinishedRun(RunReader reader) {

  /**
   * Opens the folder a user named.
   *
   * @throws org.bnsweep.store.files.RunRefusedException if it holds no finished run
   */
  public static FinishedRun open(String location) {
    return new FinishedRun(RunReader.open(location, new Configuration()));
  }

  /** Draws the report into the folder. */
  public void draw() {
    Report.write(reader);
  }

  /** Test samples of the run. */
  public int testSize() {
    return reader.info().testSize();
  }

  /** Where its samples came from: {@code embedded}, or a name without its folders. */
  public String source() {
    return reader.info().elsewhere().orElse(DataSettings.EMBEDDED);
  }
}
