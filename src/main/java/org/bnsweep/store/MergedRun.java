package org.bnsweep.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run whose trials another one has, since they were merged.
 *
 * @param name of it
 * @param part of its grid, if it was not the whole
 * @param versions that it ran on, by name
 * @param master where it was trained: kind and size; empty if not known
 * @param started when it began
 * @param finished when its curves were complete
 * @param bits SHA-256 over every number's bits
 * @param trials that were taken from it; those that an earlier one had too are counted there
 */
public record MergedRun(
    String name,
    Optional<GridPart> part,
    Map<String, String> versions,
    String master,
    Instant started,
    Instant finished,
    String bits,
    long trials) {

  public MergedRun {
    versions = Map.copyOf(versions);
  }

  /** All of {@code run}, of which nothing was taken yet. */
  public static MergedRun of(RunInfo run) {
    return new MergedRun(
        run.name(),
        run.lineage().part(),
        run.versions(),
        run.master(),
        run.started(),
        run.finished(),
        run.bits(),
        0);
  }

  /** The same of which so many were taken. */
  public MergedRun withTrials(long count) {
    return new MergedRun(name, part, versions, master, started, finished, bits, count);
  }
}
