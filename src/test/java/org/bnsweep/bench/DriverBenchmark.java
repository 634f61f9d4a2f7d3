package org.bnsweep.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.bnsweep.cli.run.Serving;
import org.bnsweep.cli.run.SweepRun;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.files.Locking;
import org.bnsweep.sweep.Shard;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.sweep.spark.SparkSource;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Point;

/**
 * How busy one driver keeps many slots: a whole run, with ledger and progress, of trials that sleep
 * as long as those of the default experiment train. The slots are threads of the driver's process,
 * so what executors would do, such as reading tasks, takes its processors as well.
 *
 * <p>Busy is what all trials sleep, divided by what all slots could have from the start of the
 * first trial to the end of the last. Start and end of the run are not in it.
 */
public final class DriverBenchmark {
  private static final double TRIAL_SECONDS = 0.7;
  private static final int SCALES = 16;

  private DriverBenchmark() {}

  /** What the clock and the process's processor time were. */
  private record Moment(double seconds, double processorSeconds) {
    static Moment now() {
      Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
      return new Moment(System.nanoTime() / 1e9, used.toMillis() / 1e3);
    }
  }

  /** Sleeps, and remembers when it first began and last ended. */
  private enum Sleeper implements TrialRunner {
    RUNNER;

    private static final AtomicLong BEGUN = new AtomicLong();
    private static final AtomicLong ENDED = new AtomicLong();
    private static volatile Moment first = Moment.now();
    private static volatile Moment last = Moment.now();

    @Override
    public PairResult run(Dataset dataset, int epochs, Hyperparameters hyperparameters) {
      if (BEGUN.incrementAndGet() == 1) {
        first = Moment.now();
      }
      try {
        Thread.sleep((long) (1000 * TRIAL_SECONDS));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      PairResult result = PairResult.of(new PairCurves(curve(epochs), curve(epochs)));
      if (ENDED.incrementAndGet() == BEGUN.get()) {
        last = Moment.now();
      }
      return result;
    }

    private static NetworkCurve curve(int epochs) {
      List<Point> points =
          IntStream.range(0, epochs)
              .mapToObj(epoch -> new Point(epoch, 10 * epoch, 2.3 / (epoch + 1), 0.5, Double.NaN))
              .toList();
      return new NetworkCurve(points, NetworkCurve.NEVER);
    }
  }

  /**
   * Measures once and prints a line.
   *
   * @param args slots, trials a slot, and perhaps trials a task
   */
  public static void main(String[] args) throws IOException {
    int slots = Integer.parseInt(args[0]);
    int seeds = Math.max(1, slots * Integer.parseInt(args[1]) / SCALES);
    Optional<Integer> perTask =
        args.length > 2 ? Optional.of(Integer.valueOf(args[2])) : Optional.empty();
    RunConfig config =
        ConfigReader.read(
            "conf/weight-scale.yaml",
            Configuration::new,
            List.of("grid.seed={range: [0, " + seeds + "]}"));
    Path folder = Files.createTempDirectory("bnsweep-driver");
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    new SweepRun(
            config,
            folder.resolve("run").toString(),
            OnExisting.RESUME,
            SparkSource.here(Optional.of("local[" + slots + "]"), new Configuration()),
            perTask,
            Sleeper.RUNNER,
            new Serving(Optional.empty(), Serving.AtTheEnd.STOP, nowhere),
            nowhere,
            nowhere,
            SlowSteps.Limits.DEFAULT,
            Shard.WHOLE,
            Locking.REQUIRED)
        .call();
    FileUtil.fullyDelete(folder.toFile());
    double span = Sleeper.last.seconds - Sleeper.first.seconds;
    long trials = config.grid().size();
    System.out.printf(
        Locale.ROOT,
        "%d slots, %d trials of %.1f s: busy %.3f in %.1f s, %.1f s of processors, load %.1f%n",
        slots,
        trials,
        TRIAL_SECONDS,
        trials * TRIAL_SECONDS / slots / span,
        span,
        Sleeper.last.processorSeconds - Sleeper.first.processorSeconds,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
