package org.bnsweep.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.store.LedgerParts.DamagedPartException;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.Trials;
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
  /** Points of a window: about 40 MB. */
  private static final long WINDOW_POINTS = 600_000;

  private final long windowPoints;
  private final LedgerParts parts;
  private final Provenance provenance;
  private final Trials trials;
  private final IdIndex indexOf = new IdIndex();
  private final List<Span> spans = new ArrayList<>();

  /** The lowest and the highest index that a part holds. */
  private record Span(String part, long first, long last) {}

  /** What takes the trials. */
  @FunctionalInterface
  interface Visitor {
    void visit(RecordedTrial trial) throws IOException;
  }

  SortedLedger(LedgerParts parts, Provenance provenance, Trials trials) {
    this(parts, provenance, trials, WINDOW_POINTS);
  }

  SortedLedger(LedgerParts parts, Provenance provenance, Trials trials, long windowPoints) {
    this.windowPoints = windowPoints;
    this.parts = parts;
    this.provenance = provenance;
    this.trials = trials;
  }

  /**
   * Hands out every trial of the grid once.
   *
   * @throws StoreException if the ledger lacks one
   * @throws IOException from {@code visitor} alone
   */
  void forEach(Visitor visitor) throws IOException {
    for (long i = 0; i < trials.size(); i++) {
      indexOf.put(trials.get(i).id(), i);
    }
    for (String part : parts.names()) {
      spans.add(span(part));
    }
    long window = Math.max(1, windowPoints / (2L * provenance.epochs()));
    for (long first = 0; first < trials.size(); first += window) {
      visit(first, Math.min(trials.size(), first + window), visitor);
    }
  }

  private Span span(String part) throws IOException {
    long[] bounds = {Long.MAX_VALUE, -1};
    read(
        part,
        LedgerRows.ID_ONLY,
        row -> {
          long index = indexOf.get(row.text("trial_id"));
          if (index != IdIndex.ABSENT) {
            bounds[0] = Math.min(bounds[0], index);
            bounds[1] = Math.max(bounds[1], index);
          }
        });
    return new Span(part, bounds[0], bounds[1]);
  }

  private void visit(long first, long end, Visitor visitor) throws IOException {
    @Nullable TrialResult[] results = new TrialResult[Math.toIntExact(end - first)];
    for (Span span : spans) {
      if (span.first() < end && span.last() >= first) {
        read(span.part(), LedgerRows.SCHEMA, row -> collect(row, first, results));
      }
    }
    for (int i = 0; i < results.length; i++) {
      TrialResult result = results[i];
      if (result == null) {
        throw new StoreException(
            "the ledger lacks trial " + trials.get(first + i).id() + "; the same command resumes");
      }
      results[i] = null;
      visitor.visit(
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
    if (before == null || Status.of(before.outcome()) == Status.FAILED) {
      results[(int) at] = LedgerRows.read(row);
    }
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
