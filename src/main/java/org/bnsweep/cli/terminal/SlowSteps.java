package org.bnsweep.cli.terminal;

import java.time.Duration;
import java.util.function.Supplier;
import org.bnsweep.watch.Patience;
import org.bnsweep.watch.Step;
import org.bnsweep.watch.Watch;

/**
 * The steps of a run, each of which is named on stderr if it takes long. Those that run side by
 * side are named each for itself.
 */
public final class SlowSteps implements AutoCloseable {
  private final Watch watch;
  private final Limits limits;

  /**
   * How long what may last until it is named.
   *
   * @param step any step between the first and the last
   * @param ending one of those with which a process ends, which is given little time
   * @param results the wait for the next result, at least; see {@link Patience}
   */
  public record Limits(Duration step, Duration ending, Duration results) {
    /** Longer than a start on a busy cluster takes. */
    public static final Limits DEFAULT =
        new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  public SlowSteps(Limits limits, Notices notices) {
    this.limits = limits;
    this.watch = Watch.start(notices::say);
  }

  /** A step that gives something, or throws. */
  @FunctionalInterface
  public interface Giving<T, E extends Exception> {
    T get() throws E;
  }

  /** What {@code step} gives; {@code doing} is what the process does meanwhile. */
  public <T, E extends Exception> T get(String doing, Giving<T, E> step) throws E {
    Step watched = begin(doing, limits.step);
    try {
      return step.get();
    } finally {
      watched.close();
    }
  }

  /** The same for a step that gives nothing. */
  public void run(String doing, Runnable step) {
    Step watched = begin(doing, limits.step);
    try {
      step.run();
    } finally {
      watched.close();
    }
  }

  /** One of the last steps of the process has begun. */
  public Step ending(String doing) {
    return begin(doing, limits.ending);
  }

  private Step begin(String doing, Duration limit) {
    return watch.step("still " + doing + ",", new Patience(limit));
  }

  /**
   * The wait for results has begun; each that arrives is progress.
   *
   * @param expectedSeconds about what a task takes
   * @param tasks how many are at work, in words
   */
  public Step results(double expectedSeconds, Supplier<String> tasks) {
    Patience patience = new Patience(limits.results);
    patience.expect(expectedSeconds);
    return watch.step("no result has arrived", patience, () -> "; " + tasks.get());
  }

  @Override
  public void close() {
    watch.close();
  }
}
