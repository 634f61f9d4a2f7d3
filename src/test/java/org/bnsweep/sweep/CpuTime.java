package org.bnsweep.sweep;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What a piece of work costs this thread, however busy the machine is with others. */
final class CpuTime {
  private CpuTime() {}

  /**
   * The least of at most five costs of {@code work}, which ends as soon as one is below {@code
   * bar}: work that costs more does so each time, a cold or a shared processor does not.
   */
  static Duration least(Duration bar, Runnable work) {
    Duration least = of(work);
    for (int i = 1; i < 5 && least.compareTo(bar) >= 0; i++) {
      Duration cost = of(work);
      least = cost.compareTo(least) < 0 ? cost : least;
    }
    return least;
  }

  private static Duration of(Runnable work) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
  }
}
