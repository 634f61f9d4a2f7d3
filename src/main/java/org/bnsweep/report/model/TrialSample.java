package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bnsweep.settings.Hyperparameter;

/**
 * As many trials with what they kept beside their curves as one page can show: the first of each
 * group, and of these every second, fourth, ... until they have few enough records.
 */
final class TrialSample<T> {
  private final Set<Hyperparameter> axes;
  private final int most;
  private final Set<Position> groups = new HashSet<>();
  private List<SampledTrial<T>> kept = new ArrayList<>();
  private int records;
  private int step = 1;

  /**
   * An empty sample.
   *
   * @param axes on which trials of the same group agree
   * @param most records of all trials, unless there is but one
   */
  TrialSample(Set<Hyperparameter> axes, int most) {
    this.axes = axes;
    this.most = most;
  }

  /** Takes the next trial of the grid. */
  void add(Position position, List<T> ofTrial) {
    if (ofTrial.isEmpty() || !groups.add(position.only(axes))) {
      return;
    }
    if ((groups.size() - 1) % step == 0) {
      kept.add(new SampledTrial<>(position, ofTrial));
      records += ofTrial.size();
    }
    while (records > most && kept.size() > 1) {
      halve();
    }
  }

  private void halve() {
    step *= 2;
    List<SampledTrial<T>> half = new ArrayList<>();
    for (int i = 0; i < kept.size(); i += 2) {
      half.add(kept.get(i));
    }
    kept = half;
    records = kept.stream().mapToInt(t -> t.records().size()).sum();
  }

  /** The trials that were kept, in the grid's order. */
  List<SampledTrial<T>> trials() {
    return List.copyOf(kept);
  }
}
