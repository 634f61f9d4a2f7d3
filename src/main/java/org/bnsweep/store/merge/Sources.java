package org.bnsweep.store.merge;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.store.MergedRun;
import org.bnsweep.store.Origins;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.ledger.IdIndex;
import org.bnsweep.store.trial.RecordedTrial;

/**
 * The runs that trained the trials, numbered from 1: of a run that was merged itself those that it
 * was merged from, and it as well if it has trained some since.
 */
final class Sources {
  private final List<MergedRun> all = new ArrayList<>();
  private final List<Source> runs = new ArrayList<>();

  /**
   * What of a run to merge came from where.
   *
   * @param origins of its trials, if it was merged
   * @param before numbers of the runs before it
   * @param own its own number, where its trials have no origin
   */
  private record Source(IdIndex origins, int before, int own) {}

  static Sources of(List<RunReader> runs) {
    Sources sources = new Sources();
    runs.forEach(sources::add);
    return sources;
  }

  private void add(RunReader run) {
    List<MergedRun> merged = run.info().lineage().merged();
    IdIndex origins = merged.isEmpty() ? new IdIndex() : Origins.read(run.files());
    int before = all.size();
    all.addAll(merged);
    if (origins.size() < run.info().trials().planned()) {
      all.add(MergedRun.of(run.info()));
    }
    runs.add(new Source(origins, before, all.size()));
  }

  /** The number of the run that trained it. */
  int origin(int run, RecordedTrial trial) {
    Source source = runs.get(run);
    long origin = source.origins.get(trial.trial().id());
    return origin == IdIndex.ABSENT || source.before + origin > source.own
        ? source.own
        : Math.toIntExact(source.before + origin);
  }

  /** How many there are. */
  int count() {
    return all.size();
  }

  /** All, with the trials of {@code order} that each has trained; those without any, too. */
  List<MergedRun> counted(MergedOrder order) {
    long[] counts = order.countByOrigin(all.size());
    List<MergedRun> counted = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      counted.add(all.get(i).withTrials(counts[i + 1]));
    }
    return counted;
  }
}
