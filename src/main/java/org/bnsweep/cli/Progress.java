package org.bnsweep.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.NetworkCurve;

/**
 * How far a sweep is, on stderr: a bar where a person is looking, else a line now and then. Trials
 * done, elapsed, time left, and what the last pair reached.
 */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 79;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final long total;
  private final long start = System.nanoTime();
  private final Optional<ProgressBar> bar;
  private long done;
  private long lastLine = start;

  /**
   * Progress of {@code total} trials.
   *
   * @param terminal whether {@code err} is one
   */
  static Progress of(long total, PrintWriter err, Terminal terminal) {
    return new Progress(total, err, terminal);
  }

  private Progress(long total, PrintWriter err, Terminal terminal) {
    this.total = total;
    this.err = err;
    this.bar = terminal == Terminal.YES ? Optional.of(bar(total, err)) : Optional.empty();
  }

  private static ProgressBar bar(long total, PrintWriter err) {
    return new ProgressBarBuilder()
        .setTaskName("trials")
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(250)
        .setMaxRenderedLength(WIDTH)
        .setConsumer(
            new DelegatingProgressBarConsumer(
                line -> {
                  err.print("\r" + line);
                  err.flush();
                },
                WIDTH))
        .build();
  }

  /** Counts one more finished trial. */
  void trialFinished(TrialResult result) {
    done++;
    String last = last(result);
    long now = System.nanoTime();
    bar.ifPresent(b -> b.setExtraMessage(rate(now) + last).step());
    if (bar.isEmpty()
        && (now - lastLine >= BETWEEN_LINES.toNanos() || done == total || done == 1)) {
      lastLine = now;
      err.println(line(now, last));
    }
  }

  private String line(long now, String last) {
    double elapsed = (now - start) / 1e9;
    double left = elapsed / done * (total - done);
    return String.format(
        Locale.ROOT,
        "bnsweep: %d of %d trials, %s elapsed, about %s left, %s%s",
        done,
        total,
        PlainText.clock(elapsed),
        PlainText.clock(left),
        rate(now),
        last);
  }

  /** Trials per second where that says more than their count. */
  private String rate(long now) {
    double rate = done / ((now - start) / 1e9);
    return rate > 1 ? String.format(Locale.ROOT, rate < 10 ? "%.1f/s, " : "%.0f/s, ", rate) : "";
  }

  private static String last(TrialResult result) {
    if (result.outcome() instanceof Trained trained) {
      return String.format(
          Locale.ROOT,
          "with BN %.3f, without %.3f",
          finalAccuracy(trained.curves().bn()),
          finalAccuracy(trained.curves().plain()));
    }
    return "failed: " + PlainText.oneLine(((Failed) result.outcome()).message());
  }

  private static double finalAccuracy(NetworkCurve curve) {
    return curve.points().get(curve.points().size() - 1).trainAccuracy();
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
