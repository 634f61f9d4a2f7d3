package org.bnsweep.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.bnsweep.cli.run.Serving;
import org.bnsweep.cli.run.SweepRun;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.files.Locking;
import org.bnsweep.sweep.Shard;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.sweep.spark.SparkSource;

/**
 * A whole run of the default experiment, from its configuration to the report, that says nothing
 * and leaves nothing.
 *
 * @param master a Spark master URL, threads of this process
 * @param perTask trials a task; empty for as many as the run chooses
 * @param runner what trains, or does not
 */
record QuietSweep(String master, Optional<Integer> perTask, TrialRunner runner) {

  /** Runs it with these changes to the default experiment; returns the number of its trials. */
  long run(List<String> settings) throws IOException {
    RunConfig config = ConfigReader.read("conf/weight-scale.yaml", Configuration::new, settings);
    Path folder = Files.createTempDirectory("bnsweep-bench");
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    try {
      int exitCode =
          new SweepRun(
                  config,
                  folder.resolve("run").toString(),
                  OnExisting.RESUME,
                  SparkSource.here(Optional.of(master), new Configuration()),
                  perTask,
                  runner,
                  new Serving(Optional.empty(), Serving.AtTheEnd.STOP, nowhere),
                  nowhere,
                  nowhere,
                  SlowSteps.Limits.DEFAULT,
                  Shard.WHOLE,
                  Locking.REQUIRED)
              .call();
      if (exitCode != 0) {
        throw new IllegalStateException("the run ends with " + exitCode);
      }
    } finally {
      FileUtil.fullyDelete(folder.toFile());
    }
    return config.grid().size();
  }
}
