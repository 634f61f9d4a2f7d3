package org.bnsweep.watch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long steps of one kind may last before it is worth a line: ten times the longest so far, and
 * a least time whatever they took. Thread-safe.
 */
public final class Patience {
  private static final double TIMES_THE_LONGEST = 10;

  /** Some thirty years, which can be added to any time. */
  private static final double MOST_NANOS = 1e18;

  private final long least;
  private final AtomicLong longest = new AtomicLong();

  /** The patience with steps of which none has ended yet. */
  public Patience(Duration least) {
    this.least = least.toNanos();
  }

  /** Takes it for usual that a step lasts {@code seconds}. */
  public void expect(double seconds) {
    lasted((long) (seconds * 1e9));
  }

  void lasted(long nanos) {
    longest.accumulateAndGet(nanos, Math::max);
  }

  long nanos() {
    return Math.max(least, (long) Math.min(MOST_NANOS, TIMES_THE_LONGEST * longest.get()));
  }
}
