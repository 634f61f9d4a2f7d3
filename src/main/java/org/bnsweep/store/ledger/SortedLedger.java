package org.bnsweep.store.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.LedgerParts.DamagedPartException;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.store.trial.TrialOrder;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Recordings;
import org.jspecify.annotations.Nullable;

/**
 * The trials of a grid, read from a ledger of any order and handed out in the grid's, without ever
 * holding more than a window of them.
 *
 * <p>A first pass over the ids alone notes which indices each part holds; then, window by window,
 * the parts that overlap it are read. Parts are written as trials finish, close to the grid's
 * order, so each is read about once; in the worst order each is read once per window.
 */
final class SortedLedger {
  /** Points of a window: about 20 MB. */
  private static final long WINDOW_POINTS = 300_000;

  private final long windowPoints;
  private final LedgerParts parts;
  private final Provenance provenance;
  private final TrialOrder trials;
  private final Recordings recordings;
  private final IdIndex indexOf = new IdIndex();
  private final List<Span> spans = new ArrayList<>();

  /** The lowest and the highest index that a part holds. */
  private record Span(String part, long first, long last) {}

  /**
   * A reader of {@code trials}.
   *
   * @param recordings what to hand out beside the curves
   */
  SortedLedger(LedgerParts parts, Provenance provenance, TrialOrder trials, Recordings recordings) {
    this(parts, provenance, trials, recordings, WINDOW_POINTS);
  }

  SortedLedger(
      LedgerParts parts,
      Provenance provenance,
      TrialOrder trials,
      Recordings recordings,
      long windowPoints) {
    this.recordings = recordings;
    this.windowPoints = windowPoints;
    this.parts = parts;
    this.provenance = provenance;
    this.trials = trials;
  }

  /**
   * Hands out every trial of the grid once.
   *
   * @throws StoreException if the ledger lacks one
   * @throws IOException from {@code action} alone
   */
  void forEach(Ledger.Action action) throws IOException {
    for (long i = 0; i < trials.size(); i++) {
      indexOf.put(trials.id(i), i);
    }
    for (String part : parts.names()) {
      spans.add(span(part));
    }
    long first = 0;
    while (first < trials.size()) {
      long end = windowEnd(first);
      visit(first, end, action);
      first = end;
    }
  }

  /** The end of the window that begins with {@code first}: it has one trial at least. */
  private long windowEnd(long first) {
    long end = first;
    long points = 0;
    do {
      points += points(end);
      end++;
    } while (end < trials.size() && points + points(end) <= windowPoints);
    return end;
  }

  private long points(long index) {
    // Asking a trial for its layers makes it.
    int hidden = recordings.kinds().isEmpty() ? 0 : trials.layers(index);
    return recordings.points(provenance.epochs(), hidden);
  }

  private Span span(String part) throws IOException {
    long[] bounds = {Long.MAX_VALUE, -1};
    read(
        part,
        TrialRowCodec.ID_ONLY,
        row -> {
          long index = indexOf.get(row.text("trial_id"));
          if (index != IdIndex.ABSENT) {
            bounds[0] = Math.min(bounds[0], index);
            bounds[1] = Math.max(bounds[1], index);
          }
        });
    return new Span(part, bounds[0], bounds[1]);
  }

  private void visit(long first, long end, Ledger.Action action) throws IOException {
    MessageType columns = TrialRowCodec.schema(recordings);
    @Nullable TrialResult[] results = new TrialResult[Math.toIntExact(end - first)];
    for (Span span : spans) {
      if (span.first() < end && span.last() >= first) {
        read(span.part(), columns, row -> collect(row, first, results));
      }
    }
    for (int i = 0; i < results.length; i++) {
      TrialResult result = results[i];
      if (result == null) {
        throw new StoreException(
            "the ledger lacks trial " + trials.id(first + i) + "; the same command resumes");
      }
      results[i] = null;
      action.accept(
          new RecordedTrial(first + i, result, provenance.trainSize(), provenance.epochs()));
    }
  }

  private void collect(Row row, long first, @Nullable TrialResult[] results) {
    long index = indexOf.get(row.text("trial_id"));
    long at = index - first;
    if (index == IdIndex.ABSENT || at < 0 || at >= results.length) {
      return;
    }
    TrialResult before = results[(int) at];
    if (before == null || !has(before)) {
      TrialResult result = TrialRowCodec.read(row);
      results[(int) at] = before == null ? result : together(before, result);
    }
  }

  private boolean has(TrialResult result) {
    return result.outcome() instanceof Trained trained
        && trained.recorded().kinds().hasAll(recordings);
  }

  /** Of a trial that is there several times what was trained counts, with all that it kept. */
  private static TrialResult together(TrialResult before, TrialResult result) {
    if (!(before.outcome() instanceof Trained first)) {
      return result;
    }
    return result.outcome() instanceof Trained second
        ? new TrialResult(
            before.trial(),
            new Trained(first.curves(), first.recorded().or(second.recorded()), first.arithmetic()),
            before.seconds())
        : before;
  }

  private void read(String part, MessageType columns, LedgerParts.Visitor<Row> visitor)
      throws IOException {
    try {
      parts.forEach(part, columns, row -> row, visitor);
    } catch (DamagedPartException e) {
      throw new StoreException(parts.setAside(part, e) + " by the same command");
    }
  }
}
