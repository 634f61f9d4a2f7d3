package org.bnsweep.report.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bnsweep.settings.Hyperparameter;

/**
 * Where trials lie in the grid: for each {@link Hyperparameter}, in the enum's order, the index of
 * the value, or {@link #ANY}.
 */
public record Position(List<Integer> indices) {
  /** The trials' values on that axis differ; their accuracies were averaged. */
  static final int ANY = -1;

  private static final List<Hyperparameter> ALL = List.of(Hyperparameter.values());

  public Position {
    indices = List.copyOf(indices);
  }

  /** The index of the value on {@code axis}, or {@link #ANY}. */
  public int on(Hyperparameter axis) {
    return indices.get(ALL.indexOf(axis));
  }

  /** This position with each index as {@code places} has it, a map for each axis. */
  Position moved(List<Map<Integer, Integer>> places) {
    return new Position(
        IntStream.range(0, indices.size())
            .mapToObj(i -> places.get(i).getOrDefault(indices.get(i), indices.get(i)))
            .toList());
  }

  /** This position with all but {@code axes} set to {@link #ANY}. */
  Position only(Set<Hyperparameter> axes) {
    return new Position(
        IntStream.range(0, indices.size())
            .mapToObj(i -> axes.contains(ALL.get(i)) ? indices.get(i) : Integer.valueOf(ANY))
            .toList());
  }
}
