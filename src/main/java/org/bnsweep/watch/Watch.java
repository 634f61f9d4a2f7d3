package org.bnsweep.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A thread that tells of steps that last long: which, and since when. It tells again each time that
 * a step has lasted twice as long, and nothing of steps that end in time.
 *
 * <p>To begin and end a step costs little more than an entry in a set; the thread sleeps until the
 * first of them may have to be told of. Thread-safe.
 */
public final class Watch implements AutoCloseable {
  private static final long NEVER = Long.MAX_VALUE;

  private final Set<Step> open = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::run, "watch");
  private final Consumer<String> teller;
  private final LongSupplier ticks;
  private final Clock clock;
  private final long start;
  private volatile long wakeAt = NEVER;
  private volatile boolean closed;

  /**
   * A watch whose thread runs.
   *
   * @param teller takes the lines, on that thread
   */
  public static Watch start(Consumer<String> teller) {
    Watch watch = new Watch(teller, System::nanoTime, Clock.system(ZoneId.systemDefault()));
    // Now: a process whose dynamic linker is stuck may not be able to start another.
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  /**
   * A watch without its thread.
   *
   * @param ticks nanoseconds
   */
  Watch(Consumer<String> teller, LongSupplier ticks, Clock clock) {
    this.teller = teller;
    this.ticks = ticks;
    this.clock = clock;
    this.start = ticks.getAsLong();
  }

  /**
   * Begins a step.
   *
   * @param words the line up to the word since: {@code trial 17 has been training}
   */
  public Step step(String words, Patience patience) {
    return step(words, patience, () -> "");
  }

  /**
   * Begins a step.
   *
   * @param words the line up to the word since
   * @param more the end of the line, asked for when it is told; must not wait for anything
   */
  public Step step(String words, Patience patience, Supplier<String> more) {
    Step step = new Step(this, words, patience, more);
    open.add(step);
    if (step.due() < wakeAt) {
      LockSupport.unpark(thread);
    }
    return step;
  }

  void ended(Step step) {
    open.remove(step);
  }

  /** Nanoseconds since the watch was made. */
  long nanos() {
    return ticks.getAsLong() - start;
  }

  Instant wall() {
    return clock.instant();
  }

  private void run() {
    loadClasses();
    while (!closed) {
      LockSupport.parkNanos(this, tell());
    }
  }

  /** Words a line, as later a thread that is stuck may hold what the loading of a class needs. */
  private void loadClasses() {
    String unused = new Step(this, "", new Patience(Duration.ZERO), () -> "").line(0, zone());
  }

  private ZoneId zone() {
    return clock.getZone();
  }

  /**
   * Tells of the steps that have lasted long enough; nanoseconds until it is to be called again.
   */
  long tell() {
    // A step that begins while the others are looked at wakes the thread, whatever its patience.
    wakeAt = NEVER;
    long now = nanos();
    long next = NEVER;
    for (Step step : open) {
      if (step.takeTurn(now)) {
        teller.accept(step.line(now, zone()));
      }
      next = Math.min(next, step.due());
    }
    wakeAt = next;
    return next - now;
  }

  /** Ends the thread; steps may still end. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
