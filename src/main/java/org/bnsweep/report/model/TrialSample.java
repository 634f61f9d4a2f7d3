package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnsweep.settings.Hyperparameter;

/**
 * As many trials with what they kept beside their curves as one page can show: the first of each
 * group, and of these those of every second, fourth, ... setting until they have few enough
 * records. Trials that differ in what normalizes are of one setting, so that they can be compared.
 */
final class TrialSample<T> {
  private record Kept<T>(int setting, SampledTrial<T> trial) {}

  private final Set<Hyperparameter> axes;
  private final Set<Hyperparameter> axesOfSettings;
  private final int most;
  private final Set<Position> groups = new HashSet<>();
  private final Map<Position, Integer> settings = new HashMap<>();
  private final List<Kept<T>> kept = new ArrayList<>();
  private int records;
  private int step = 1;

  /**
   * An empty sample.
   *
   * @param axes on which trials of the same group agree
   * @param most records of all trials, unless there is but one setting
   */
  TrialSample(Set<Hyperparameter> axes, int most) {
    this.axes = axes;
    this.axesOfSettings = EnumSet.copyOf(axes);
    this.axesOfSettings.remove(Hyperparameter.NORMALIZATION);
    this.most = most;
  }

  /** Takes the next trial of the grid. */
  void add(Position position, List<T> ofTrial) {
    if (ofTrial.isEmpty() || !groups.add(position.only(axes))) {
      return;
    }
    int setting = settings.computeIfAbsent(position.only(axesOfSettings), place -> settings.size());
    if (setting % step == 0) {
      kept.add(new Kept<>(setting, new SampledTrial<>(position, ofTrial)));
      records += ofTrial.size();
    }
    while (records > most && kept.stream().anyMatch(trial -> trial.setting() > 0)) {
      halve();
    }
  }

  private void halve() {
    step *= 2;
    kept.removeIf(trial -> trial.setting() % step != 0);
    records = kept.stream().mapToInt(k -> k.trial().records().size()).sum();
  }

  /** The trials that were kept, in the grid's order. */
  List<SampledTrial<T>> trials() {
    return kept.stream().map(Kept::trial).toList();
  }
}
