package org.bnsweep.store;

import java.util.List;
import java.util.Optional;

/**
 * How a run is related to others: it may have a part of a grid, whose other parts are elsewhere,
 * and trials that others have trained.
 *
 * @param part of its grid; empty for the whole
 * @param merged the runs it was merged from, in the order in which {@code origins.csv} counts them
 */
public record Lineage(Optional<GridPart> part, List<MergedRun> merged) {
  /** Of a run that has all of its grid, and trained it. */
  public static final Lineage NONE = new Lineage(Optional.empty(), List.of());

  public Lineage {
    merged = List.copyOf(merged);
  }

  /** Of a run that trains {@code part} itself. */
  public static Lineage of(GridPart part) {
    return part.shard().isWhole() ? NONE : new Lineage(Optional.of(part), List.of());
  }

  /** The same, merged from {@code runs} unless it has runs of its own. */
  Lineage orMergedFrom(List<MergedRun> runs) {
    return merged.isEmpty() ? new Lineage(part, runs) : this;
  }
}
