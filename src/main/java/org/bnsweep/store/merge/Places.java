package org.bnsweep.store.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bnsweep.store.GridPart;
import org.bnsweep.store.RunInfo;
import org.bnsweep.sweep.Shard;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;

/**
 * Where the trials of each run come in the merged one. Shards of one grid give its order; runs of
 * several grids follow each other, as they are given.
 */
final class Places {
  /** What runs of one grid may differ in. */
  private static final Set<String> NOT_OF_THE_GRID = withRecordings("name");

  private static final Set<String> COMMON = withRecordings("name", "data", "epochs");
  private static final String MERGED = "merged";

  private final List<RunInfo> runs;
  private final Optional<GridPart> part;
  private final long[] before;

  private Places(List<RunInfo> runs, Optional<GridPart> part) {
    this.runs = runs;
    this.part = part;
    this.before = new long[runs.size() + 1];
    for (int i = 0; i < runs.size(); i++) {
      before[i + 1] = before[i] + runs.get(i).trials().planned();
    }
  }

  private static Set<String> withRecordings(String... keys) {
    return Stream.concat(Stream.of(keys), Stream.of(Recording.values()).map(Recording::key))
        .collect(Collectors.toUnmodifiableSet());
  }

  static Places of(List<RunInfo> runs) {
    GridPart whole = part(runs.get(0));
    JsonNode grid = grid(runs.get(0));
    Optional<Shard> together = Optional.of(whole.shard());
    for (RunInfo run : runs) {
      GridPart own = part(run);
      boolean same =
          grid(run).equals(grid)
              && own.trials() == whole.trials()
              && own.shard().size(own.trials()) == run.trials().planned();
      together = same ? together.flatMap(shard -> shard.with(own.shard())) : Optional.empty();
    }
    return new Places(runs, together.map(shard -> new GridPart(shard, whole.trials())));
  }

  private static GridPart part(RunInfo run) {
    return run.lineage().part().orElse(new GridPart(Shard.WHOLE, run.trials().planned()));
  }

  private static JsonNode grid(RunInfo run) {
    ObjectNode grid = run.settings().deepCopy();
    grid.remove(NOT_OF_THE_GRID);
    if (grid.get("data") instanceof ObjectNode data) {
      // Its samples are the same, by their checksum, wherever they were read.
      data.remove("source");
    }
    return grid;
  }

  /** Comes before all places that are larger. Of one run they ascend. */
  long of(int run, long index) {
    return part.isPresent() ? part(runs.get(run)).shard().indexOf(index) : before[run] + index;
  }

  /** What the runs have of their grid, if it is one. */
  Optional<GridPart> part() {
    return part;
  }

  /**
   * The settings of the first run; of several grids, all of them.
   *
   * @param recordings what the merged run has beside the curves
   */
  JsonNode settings(Recordings recordings) {
    ObjectNode settings = runs.get(0).settings().deepCopy();
    for (Recording kind : Recording.values()) {
      // Those of an earlier release have no key for what they did not know.
      if (settings.has(kind.key()) || recordings.has(kind)) {
        settings.put(kind.key(), recordings.has(kind));
      }
    }
    if (part.isEmpty()) {
      settings.retain(COMMON);
      ArrayNode grids = settings.putArray(MERGED);
      runs.forEach(run -> addGrid(run, grids));
    }
    return settings;
  }

  private static void addGrid(RunInfo run, ArrayNode grids) {
    if (run.settings().get(MERGED) instanceof ArrayNode several) {
      grids.addAll(several);
      return;
    }
    ObjectNode grid = run.settings().deepCopy();
    grid.remove(COMMON);
    run.lineage().part().ifPresent(own -> grid.put("shard", own.shard().words()));
    grids.add(grid);
  }
}
