package org.bnsweep.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Something that has begun, is watched, and ends when it is closed. */
public final class Step implements AutoCloseable {
  private final Watch watch;
  private final String words;
  private final Patience patience;
  private final Supplier<String> more;
  private volatile Stretch stretch;

  /** The time since the step began, or last got on. */
  private static final class Stretch {
    final long start;
    final Instant since;

    /** How long it had lasted when it was last told of; for the watching thread alone. */
    long told;

    Stretch(long start, Instant since) {
      this.start = start;
      this.since = since;
    }
  }

  Step(Watch watch, String words, Patience patience, Supplier<String> more) {
    this.watch = watch;
    this.words = words;
    this.patience = patience;
    this.more = more;
    this.stretch = new Stretch(watch.nanos(), watch.wall());
  }

  /** Says that it gets on: only the time from now on counts. */
  public void progress() {
    long now = watch.nanos();
    patience.lasted(now - stretch.start);
    stretch = new Stretch(now, watch.wall());
  }

  @Override
  public void close() {
    patience.lasted(watch.nanos() - stretch.start);
    watch.ended(this);
  }

  /** When it is to be told of next, unless it gets on or ends. */
  long due() {
    return due(stretch);
  }

  private long due(Stretch current) {
    return current.start + Math.max(patience.nanos(), 2 * current.told);
  }

  /** Whether it is to be told of at {@code now}; if so, the next time comes later. */
  boolean takeTurn(long now) {
    Stretch current = stretch;
    boolean isDue = due(current) <= now;
    if (isDue) {
      current.told = now - current.start;
    }
    return isDue;
  }

  String line(long now, ZoneId zone) {
    Stretch current = stretch;
    ZonedDateTime since = current.since.atZone(zone);
    return String.format(
        Locale.ROOT,
        "%s since %02d:%02d:%02d (%s)%s",
        words,
        since.getHour(),
        since.getMinute(),
        since.getSecond(),
        lasting(TimeUnit.NANOSECONDS.toSeconds(now - current.start)),
        moreIfKnown());
  }

  /** {@code 60 s}, {@code 2 min}, {@code 3 h}. */
  private static String lasting(long seconds) {
    long minutes = seconds / 60;
    if (minutes < 2) {
      return seconds + " s";
    }
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h";
  }

  private String moreIfKnown() {
    try {
      return more.get();
    } catch (RuntimeException e) {
      // Where something is stuck others may fail; the line says the one thing that is known.
      return "";
    }
  }
}
