package org.bnsweep.sweep;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What a piece of work costs this thread, however busy the machine is with others. */
final class CpuTime {
  private CpuTime() {}

  static Duration of(Runnable work) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
  }
}
