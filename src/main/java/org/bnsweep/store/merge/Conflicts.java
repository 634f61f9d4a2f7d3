package org.bnsweep.store.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TrialCursor;
import org.bnsweep.store.files.Interrupts;
import org.bnsweep.store.trial.RecordedTrial;

/** Trials of which two runs have other numbers: all of them counted, the first few kept. */
final class Conflicts {
  private static final int NAMED = 10;

  private final List<RunReader> runs;
  private final List<Conflict> named = new ArrayList<>();
  private final Set<String> noted = new LinkedHashSet<>();
  private long count;

  Conflicts(List<RunReader> runs) {
    this.runs = runs;
  }

  /** Takes note of a trial of the run that is surveyed; another before has other numbers of it. */
  void note(RecordedTrial trial) {
    count++;
    if (named.size() + noted.size() < NAMED) {
      noted.add(trial.trial().id());
    }
  }

  /**
   * Reads what was noted of {@code run} again, beside the same of the runs before.
   *
   * @param survey which these are
   */
  void read(int run, Survey survey) throws InterruptedException {
    Map<Integer, Map<String, RecordedTrial>> found = new HashMap<>();
    for (String id : noted) {
      int first = survey.run(id);
      for (int each : new int[] {first, run}) {
        if (!found.containsKey(each)) {
          found.put(each, find(each));
        }
      }
      named.add(
          new Conflict(
              runs.get(first).files().location(),
              require(first, found.get(first), id),
              runs.get(run).files().location(),
              require(run, found.get(run), id)));
    }
    noted.clear();
  }

  /** The noted trials as {@code run} has them. */
  private Map<String, RecordedTrial> find(int run) throws InterruptedException {
    Map<String, RecordedTrial> found = new HashMap<>();
    try (TrialCursor trials = runs.get(run).trials()) {
      for (var next = trials.next();
          next.isPresent() && found.size() < noted.size();
          next = trials.next()) {
        Interrupts.stopIfInterrupted();
        String id = next.get().trial().id();
        if (noted.contains(id)) {
          found.put(id, next.get());
        }
      }
    }
    return found;
  }

  private RecordedTrial require(int run, Map<String, RecordedTrial> found, String id) {
    return Optional.ofNullable(found.get(id)).orElseThrow(() -> Fitting.changed(runs.get(run)));
  }

  /** How many there are; of several runs, each that differs counts. */
  long count() {
    return count;
  }

  /** Some of them, in the order of the runs. */
  List<Conflict> named() {
    return named;
  }
}
