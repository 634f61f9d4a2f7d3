package org.bnsweep.cli.run;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.watch.Step;

/**
 * The end of Spark, on a thread of its own, so that results are written and drawn meanwhile; closed
 * when it is over.
 */
final class SparkShutdown implements AutoCloseable {
  private static final long POLL_NANOS = 5_000_000;

  private final SlowSteps steps;
  private Optional<Thread> thread = Optional.empty();

  SparkShutdown(SlowSteps steps) {
    this.steps = steps;
  }

  /** Begins {@code ending}, which lets go of a Spark that nobody may use any more. */
  void begin(Runnable ending) {
    Thread stopping = new Thread(() -> stop(ending), "spark-shutdown");
    thread = Optional.of(stopping);
    stopping.start();
  }

  private void stop(Runnable ending) {
    Step step = steps.ending("stopping Spark");
    try {
      ending.run();
    } finally {
      step.close();
    }
  }

  /** Waits for the end, also on a thread that is interrupted. */
  @Override
  public void close() {
    while (thread.isPresent() && thread.get().isAlive()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
