package org.bnsweep.store.files;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The thread on which the holder of a lock gives signs of life, until it is stopped. */
final class Heartbeat {
  static final Duration PERIOD = Duration.ofSeconds(4);

  /** The silence after which the holder is taken for dead. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "run-lock");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Starts it.
   *
   * @param beat must not throw, or it is the last
   */
  Heartbeat(Duration period, Runnable beat) {
    long millis = period.toMillis();
    var unused = heart.scheduleAtFixedRate(beat, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Ends it; a beat on its way is interrupted. */
  void stop() {
    heart.shutdownNow();
  }

  /** Ends it, and lets a beat on its way arrive, for so long. */
  void stopAfterBeat(Duration patience) throws InterruptedException {
    heart.shutdown();
    boolean unused = heart.awaitTermination(patience.toSeconds(), TimeUnit.SECONDS);
  }
}
