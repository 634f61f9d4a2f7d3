package org.bnsweep.cli;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The end of Spark, on a thread of its own, so that results are written and drawn meanwhile; closed
 * when it is over.
 */
final class SparkShutdown implements AutoCloseable {
  private static final long POLL_NANOS = 5_000_000;

  private Optional<Thread> thread = Optional.empty();

  /** Begins to stop {@code context}, which nobody may use any more. */
  void begin(JavaSparkContext context) {
    Thread stopping = new Thread(context::close, "spark-shutdown");
    thread = Optional.of(stopping);
    stopping.start();
  }

  /** Waits for the end, also on a thread that is interrupted. */
  @Override
  public void close() {
    while (thread.isPresent() && thread.get().isAlive()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
