package org.bnsweep.report;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where trials lie in the grid: for each {@link Axis}, in the enum's order, the index of the value,
 * or {@link #ANY}.
 */
record Position(List<Integer> indices) {
  /** The trials' values on that axis differ; their accuracies were averaged. */
  static final int ANY = -1;

  private static final List<Axis> ALL = List.of(Axis.values());

  Position {
    indices = List.copyOf(indices);
  }

  /** The index of the value on {@code axis}, or {@link #ANY}. */
  int on(Axis axis) {
    return indices.get(ALL.indexOf(axis));
  }

  /** This position with all but {@code axes} set to {@link #ANY}. */
  Position only(Set<Axis> axes) {
    return new Position(
        IntStream.range(0, indices.size())
            .mapToObj(i -> axes.contains(ALL.get(i)) ? indices.get(i) : Integer.valueOf(ANY))
            .toList());
  }
}
