package org.bnsweep.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Trained;

/**
 * How far a sweep is, on stderr: a bar where a person is looking, else a line now and then. Trials
 * done, elapsed, time left, and what the last pair reached.
 *
 * <p>The results of a task arrive together, and at any moment every slot is at work on one. So the
 * trials in flight count as half done: without that, the first result of the first task would be
 * all there is to show for the time until then, and the time left a hundred times too long.
 */
public final class Progress implements AutoCloseable {
  /** Of a line where nobody is looking. */
  private static final int WIDTH = 79;

  private static final double SHOWN_RATE = 1;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final long total;
  private final long inFlight;
  private final LongSupplier clock;
  private final long start;
  private final Optional<ProgressBar> bar;
  private long lastLine;
  // The bar's own thread reads it.
  private volatile long done;

  /**
   * Progress of {@code total} trials.
   *
   * @param inFlight trials that are being trained while there are enough: slots times trials per
   *     task
   * @param terminal of {@code err}
   */
  public static Progress of(long total, long inFlight, PrintWriter err, Terminal terminal) {
    return new Progress(total, inFlight, err, terminal, System::nanoTime);
  }

  /**
   * As {@link #of}.
   *
   * @param clock nanoseconds
   */
  Progress(long total, long inFlight, PrintWriter err, Terminal terminal, LongSupplier clock) {
    this.total = total;
    this.inFlight = inFlight;
    this.err = err;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.lastLine = start;
    this.bar =
        terminal.exists() ? Optional.of(bar(total, terminal.width(), err)) : Optional.empty();
  }

  private ProgressBar bar(long total, int width, PrintWriter err) {
    return new ProgressBarBuilder()
        .setTaskName("trials")
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(250)
        .setEtaFunction(state -> done == 0 ? Optional.empty() : Optional.of(left()))
        .setMaxRenderedLength(width)
        .setConsumer(
            new DelegatingProgressBarConsumer(
                line -> {
                  err.print("\r" + line);
                  err.flush();
                },
                width))
        .build();
  }

  /** Counts one more finished trial. */
  // Written by one thread only.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public void trialFinished(TrialResult result) {
    done++;
    long now = clock.getAsLong();
    bar.ifPresent(b -> b.setExtraMessage(join(rate(), last(result))).step());
    if (bar.isEmpty()
        && (now - lastLine >= BETWEEN_LINES.toNanos() || done == total || done == 1)) {
      lastLine = now;
      err.println(line(result));
      err.flush();
    }
  }

  private String line(TrialResult result) {
    String line =
        String.format(
            Locale.ROOT,
            "bnsweep: %d of %d trials in %s, about %s left%s",
            done,
            total,
            PlainText.clock(elapsed()),
            PlainText.clock(left().toMillis() / 1e3),
            rate().isEmpty() ? "" : ", " + rate());
    String last = last(result);
    boolean failed = result.outcome() instanceof Failed;
    return failed || line.length() + 2 + last.length() <= WIDTH ? join(line, last) : line;
  }

  private static String join(String first, String second) {
    return first.isEmpty() ? second : first + ", " + second;
  }

  private double elapsed() {
    return (clock.getAsLong() - start) / 1e9;
  }

  /** Trials done, and half of those in flight. */
  private double progress() {
    return done + Math.min(inFlight, total - done) / 2.0;
  }

  private Duration left() {
    double progress = progress();
    return Duration.ofMillis(Math.round(1e3 * elapsed() / progress * (total - progress)));
  }

  /** Trials per second where that says more than their count. */
  private String rate() {
    double rate = progress() / elapsed();
    return rate > SHOWN_RATE
        ? String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%.0f/s", rate)
        : "";
  }

  private static String last(TrialResult result) {
    if (result.outcome() instanceof Trained trained) {
      return String.format(
          Locale.ROOT,
          "BN %.3f, plain %.3f",
          trained.curves().normalized().last().trainAccuracy(),
          trained.curves().plain().last().trainAccuracy());
    }
    return "failed: " + PlainText.oneLine(((Failed) result.outcome()).message());
  }

  @Override
  public void close() {
    bar.ifPresent(
        b -> {
          b.close();
          err.println();
        });
  }
}
