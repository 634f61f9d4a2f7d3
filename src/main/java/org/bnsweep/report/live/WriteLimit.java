package org.bnsweep.report.live;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A limit on how long a thread may wait for a client to take what it asked for: whoever does not
 * read loses the connection, and the thread is free again.
 *
 * <p>The JDK's server writes to interruptible channels, which an interrupt closes.
 */
final class WriteLimit {
  private final long nanos;
  private final Map<Thread, Long> since = new HashMap<>();

  WriteLimit(long milliseconds) {
    this.nanos = TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }

  /** Something that writes to a client. */
  @FunctionalInterface
  interface Write {
    void run() throws IOException;
  }

  /**
   * Runs {@code write} on this thread, within the limit.
   *
   * @throws IOException if the client is gone, or was given up
   */
  void within(Write write) throws IOException {
    Thread thread = Thread.currentThread();
    synchronized (this) {
      since.put(thread, System.nanoTime());
    }
    try {
      write.run();
    } finally {
      synchronized (this) {
        since.remove(thread);
        // An interrupt was for this write, not for what the thread does next.
        boolean unused = Thread.interrupted();
      }
    }
  }

  /** Gives up the clients that are over the limit; to be called now and then. */
  synchronized void enforce() {
    long now = System.nanoTime();
    since.forEach(
        (thread, start) -> {
          if (now - start > nanos) {
            thread.interrupt();
          }
        });
  }
}
