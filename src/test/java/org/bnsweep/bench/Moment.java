package org.bnsweep.bench;

import java.time.Duration;

/**
 * What the clock and the process's processor time were.
 *
 * @param seconds from some moment on
 * @param processorSeconds of all threads of this process
 */
record Moment(double seconds, double processorSeconds) {
  static Moment now() {
    Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return new Moment(System.nanoTime() / 1e9, used.toMillis() / 1e3);
  }

  /** What has passed since {@code earlier}. */
  Moment since(Moment earlier) {
    return new Moment(seconds - earlier.seconds, processorSeconds - earlier.processorSeconds);
  }
}
