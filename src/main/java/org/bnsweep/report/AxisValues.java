package org.bnsweep.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnsweep.sweep.AxisName;
import org.bnsweep.train.Hyperparameters;

/**
 * The values met so far on every axis, numbered in the order they came.
 *
 * <p>Mutable, for one thread.
 */
final class AxisValues {
  private final Map<AxisName, Map<AxisValue, Integer>> values = new EnumMap<>(AxisName.class);

  AxisValues() {
    for (AxisName axis : AxisName.values()) {
      values.put(axis, new LinkedHashMap<>());
    }
  }

  /** Where {@code hyperparameters} lie; their values are known from now on. */
  Position position(Hyperparameters hyperparameters) {
    return position(hyperparameters, Set.of());
  }

  /**
   * Where {@code hyperparameters} lie, {@link Position#ANY} on the axes of {@code averaged}. Of
   * those two values are remembered, so that it is known that they vary.
   */
  Position position(Hyperparameters hyperparameters, Set<AxisName> averaged) {
    List<Integer> indices = new ArrayList<>(AxisName.values().length);
    for (AxisName axis : AxisName.values()) {
      Map<AxisValue, Integer> known = of(axis);
      if (averaged.contains(axis)) {
        if (known.size() < 2) {
          known.putIfAbsent(Axes.value(axis, hyperparameters), known.size());
        }
        indices.add(Position.ANY);
      } else {
        AxisValue value = Axes.value(axis, hyperparameters);
        indices.add(known.computeIfAbsent(value, v -> known.size()));
      }
    }
    return new Position(indices);
  }

  /** Values met on {@code axis}. */
  int count(AxisName axis) {
    return of(axis).size();
  }

  /** A copy: every axis with its values. */
  Map<AxisName, List<AxisValue>> axes() {
    Map<AxisName, List<AxisValue>> axes = new EnumMap<>(AxisName.class);
    values.forEach((axis, known) -> axes.put(axis, List.copyOf(known.keySet())));
    return Collections.unmodifiableMap(axes);
  }

  private Map<AxisValue, Integer> of(AxisName axis) {
    return values.getOrDefault(axis, Map.of());
  }
}
