package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.settings.Hyperparameter;

/**
 * A run as the report draws it: few enough numbers for one page, however many trials it has.
 *
 * @param facts of the run
 * @param axes every axis with its values in the grid's order
 * @param averaged the axes that {@code groups} average over
 * @param groups one per position on the other axes, in the grid's order
 * @param trials every trial, in the grid's order; empty if there are too many for a page
 * @param activations of some trials, in the grid's order; none unless they were recorded
 * @param recorded whether activations were recorded, be they here or not
 * @param counts over all trials
 */
public record RunData(
    RunFacts facts,
    Map<Hyperparameter, List<AxisValue>> axes,
    Set<Hyperparameter> averaged,
    List<Group> groups,
    List<TrialRow> trials,
    List<TrialActivations> activations,
    boolean recorded,
    Counts counts) {

  /** The axes with more than one value, in the enum's order. */
  public List<Hyperparameter> varying() {
    return axes.entrySet().stream()
        .filter(e -> e.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The varying axes that tell the groups apart: not the averaged ones. */
  public List<Hyperparameter> shown() {
    return varying().stream().filter(a -> !averaged.contains(a)).toList();
  }

  /** The value of {@code axis} that {@code position} stands for; not {@link Position#ANY}. */
  public AxisValue value(Hyperparameter axis, Position position) {
    return axes.getOrDefault(axis, List.of()).get(position.on(axis));
  }

  /** The groups averaged over all axes but {@code axes}, in the grid's order. */
  public List<Group> groupedBy(Set<Hyperparameter> axes) {
    Map<Position, PairBands> merged = new LinkedHashMap<>();
    for (Group group : groups) {
      merged
          .computeIfAbsent(group.position().only(axes), p -> new PairBands(group.bands().kept()))
          .add(group.bands());
    }
    List<Group> result = new ArrayList<>(merged.size());
    merged.forEach((position, bands) -> result.add(new Group(position, bands)));
    return result;
  }
}
