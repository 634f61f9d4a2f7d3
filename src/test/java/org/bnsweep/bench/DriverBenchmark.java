package org.bnsweep.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.PairResult;

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
      PairResult result = Untrained.RUNNER.run(dataset, epochs, hyperparameters);
      if (ENDED.incrementAndGet() == BEGUN.get()) {
        last = Moment.now();
      }
      return result;
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
    long trials =
        new QuietSweep("local[" + slots + "]", perTask, Sleeper.RUNNER)
            .run(List.of("grid.seed={range: [0, " + seeds + "]}"));
    Moment span = Sleeper.last.since(Sleeper.first);
    System.out.printf(
        Locale.ROOT,
        "%d slots, %d trials of %.1f s: busy %.3f in %.1f s, %.1f s of processors, load %.1f%n",
        slots,
        trials,
        TRIAL_SECONDS,
        trials * TRIAL_SECONDS / slots / span.seconds(),
        span.seconds(),
        span.processorSeconds(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
