package org.bnsweep.cli.run;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.config.RunConfig;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.files.Locking;
import org.bnsweep.sweep.Shard;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.sweep.spark.PairRunner;
import org.bnsweep.sweep.spark.SparkSource;

/**
 * A run as tests want it: of the whole grid, on one thread of this process, without a page, saying
 * nothing; what a test has otherwise it says.
 */
public final class SweepRunBuilder {
  private final RunConfig config;
  private final String folder;
  private String master = "local[1]";
  private Optional<Integer> trialsPerTask = Optional.empty();
  private TrialRunner runner = PairRunner.CURVES;
  private Optional<Serving> serving = Optional.empty();
  private PrintWriter out = new PrintWriter(Writer.nullWriter());
  private PrintWriter err = new PrintWriter(Writer.nullWriter());
  private SlowSteps.Limits limits = SlowSteps.Limits.DEFAULT;

  public SweepRunBuilder(RunConfig config, String folder) {
    this.config = config;
    this.folder = folder;
  }

  public SweepRunBuilder master(String url) {
    master = url;
    return this;
  }

  public SweepRunBuilder trialsPerTask(int trials) {
    trialsPerTask = Optional.of(trials);
    return this;
  }

  public SweepRunBuilder runner(TrialRunner other) {
    runner = other;
    return this;
  }

  public SweepRunBuilder serving(Serving page) {
    serving = Optional.of(page);
    return this;
  }

  public SweepRunBuilder out(Writer writer) {
    out = new PrintWriter(writer);
    return this;
  }

  public SweepRunBuilder err(Writer writer) {
    err = new PrintWriter(writer);
    return this;
  }

  public SweepRunBuilder limits(SlowSteps.Limits ofSteps) {
    limits = ofSteps;
    return this;
  }

  public SweepRun build() {
    return new SweepRun(
        config,
        folder,
        OnExisting.RESUME,
        new SparkSource.Own(Optional.of(master), new Configuration()),
        trialsPerTask,
        runner,
        serving.orElseGet(() -> new Serving(Optional.empty(), Serving.AtTheEnd.STOP, err)),
        out,
        err,
        limits,
        Shard.WHOLE,
        Locking.REQUIRED);
  }
}
