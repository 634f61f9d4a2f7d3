package org.bnsweep.cli;

import java.io.PrintWriter;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;

/** What a run leaves behind besides its tables: charts, and the closing words on the terminal. */
record RunOutput(String location, PrintWriter out, PrintWriter err) {
  /** Writes them for the finished run. */
  void write(RunInfo info) {
    RunReader reader = RunReader.open(location, new Configuration());
    new ClosingTable(reader).print(out);
    out.printf(
        "%d trials, %d diverged, %d failed; results in %s%n",
        info.trials().planned(), info.trials().diverged(), info.trials().failed(), location);
    out.flush();
  }
}
