package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.sweep.Axis;
import org.bnsweep.sweep.GridTrials;
import org.bnsweep.sweep.Trials;

/**
 * The order of a grid, by its axes alone: what a finished run has by reading its trials in turn.
 *
 * @param axes the slowest first
 * @param places of the values on each axis; none of an axis with more than {@link
 *     RunDataReader#MOST_ROWS}, which is averaged over before all of them have come
 */
public record GridOrder(
    List<Hyperparameter> axes, Map<Hyperparameter, Map<AxisValue, Integer>> places) {

  /** The order of {@code planned}; that of arrival if they are no grid. */
  public static GridOrder of(Trials planned) {
    Set<Hyperparameter> axes = new LinkedHashSet<>();
    Map<Hyperparameter, Map<AxisValue, Integer>> places = new EnumMap<>(Hyperparameter.class);
    if (planned instanceof GridTrials trials) {
      for (Axis axis : trials.grid().axes()) {
        axes.add(axis.name());
        if (axis.values().size() <= RunDataReader.MOST_ROWS) {
          places.put(axis.name(), places(axis));
        }
      }
    }
    Collections.addAll(axes, Hyperparameter.values());
    return new GridOrder(List.copyOf(axes), places);
  }

  private static Map<AxisValue, Integer> places(Axis axis) {
    Map<AxisValue, Integer> places = new HashMap<>();
    axis.values()
        .forEach(value -> places.putIfAbsent(AxisValue.of(axis.name(), value), places.size()));
    return places;
  }

  /** The {@code values} of each axis in this order; of equal place as they are. */
  Map<Hyperparameter, List<AxisValue>> sorted(Map<Hyperparameter, List<AxisValue>> values) {
    Map<Hyperparameter, List<AxisValue>> sorted = new EnumMap<>(Hyperparameter.class);
    values.forEach(
        (axis, list) -> {
          Map<AxisValue, Integer> known = places.getOrDefault(axis, Map.of());
          sorted.put(
              axis,
              list.stream()
                  .sorted(Comparator.comparingInt(v -> known.getOrDefault(v, Integer.MAX_VALUE)))
                  .toList());
        });
    return Collections.unmodifiableMap(sorted);
  }

  /**
   * The {@code groups} in this order.
   *
   * @param from the values that their positions count
   * @param to the same ones as {@link #sorted} has them, which the positions returned count
   */
  List<Group> sorted(
      List<Group> groups,
      Map<Hyperparameter, List<AxisValue>> from,
      Map<Hyperparameter, List<AxisValue>> to) {
    List<Map<Integer, Integer>> moved = new ArrayList<>();
    for (Hyperparameter axis : Hyperparameter.values()) {
      moved.add(moved(from.getOrDefault(axis, List.of()), to.getOrDefault(axis, List.of())));
    }
    Comparator<Group> order = Comparator.comparingInt(g -> 0);
    for (Hyperparameter axis : axes) {
      order = order.thenComparingInt(g -> g.position().on(axis));
    }
    return groups.stream()
        .map(g -> new Group(g.position().moved(moved), g.bands()))
        .sorted(order)
        .toList();
  }

  private static Map<Integer, Integer> moved(List<AxisValue> from, List<AxisValue> to) {
    Map<AxisValue, Integer> places = new HashMap<>();
    to.forEach(value -> places.put(value, places.size()));
    Map<Integer, Integer> moved = new HashMap<>();
    moved.put(Position.ANY, Position.ANY);
    for (int i = 0; i < from.size(); i++) {
      moved.put(i, places.getOrDefault(from.get(i), i));
    }
    return moved;
  }
}
