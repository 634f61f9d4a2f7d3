package org.bnsweep;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.bnsweep.cli.run.Serving;
import org.bnsweep.cli.run.SweepRun;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.config.RunConfig;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.files.Locking;
import org.bnsweep.sweep.Shard;
import org.bnsweep.sweep.spark.PairRunner;
import org.bnsweep.sweep.spark.SparkSource;

/**
 * Sweeps for programs that have a Spark of their own: notebooks, shells, jobs of others. Nothing is
 * printed, and no process ended.
 */
public final class Sweeps {
  private Sweeps() {}

  /**
   * Trains what {@code folder} lacks of {@code config}, then writes curves, tables, charts and the
   * report there, as the command {@code run} does.
   *
   * @param context is used and left running; the class path of its executors must have bnsweep.jar
   * @param config as {@link org.bnsweep.config.ConfigReader} reads it
   * @param folder a path or a URI, opened with the context's settings of Hadoop
   * @return what {@code run.json} tells; trials may have failed, see {@link RunInfo#trials}
   * @throws org.bnsweep.store.files.RunRefusedException if the folder is not one for this run
   * @throws org.bnsweep.store.files.StoreException if the folder's disk or host fails
   * @throws org.bnsweep.data.DataException if there are no such samples
   * @throws org.bnsweep.cli.terminal.InputException if this Spark can run no sweep
   * @throws org.bnsweep.sweep.spark.SweepException if Spark gave up; finished trials are kept
   * @throws InterruptedException if this thread is interrupted; finished trials are kept, and the
   *     same call goes on
   */
  public static RunInfo run(JavaSparkContext context, RunConfig config, String folder)
      throws InterruptedException {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    return new SweepRun(
            config,
            folder,
            OnExisting.RESUME,
            SparkSource.of(context),
            Optional.empty(),
            new PairRunner(config.recordings()),
            new Serving(Optional.empty(), Serving.AtTheEnd.STOP, nobody),
            nobody,
            nobody,
            SlowSteps.Limits.DEFAULT,
            Shard.WHOLE,
            Locking.REQUIRED)
        .complete();
  }
}
