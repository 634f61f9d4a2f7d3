package org.bnsweep.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnsweep.sweep.AxisName;
import org.bnsweep.train.Hyperparameters;

/**
 * The values met so far on every axis, numbered in the order they came: up to {@link
 * Condenser#MOST_ROWS}, as no page can tell more apart.
 *
 * <p>Mutable, for one thread.
 */
final class AxisValues {
  /** As many as tell that an axis varies. */
  private static final int SOME = 2;

  private final Map<AxisName, Map<AxisValue, Integer>> values = new EnumMap<>(AxisName.class);
  private final Set<AxisName> tooMany = EnumSet.noneOf(AxisName.class);

  AxisValues() {
    for (AxisName axis : AxisName.values()) {
      values.put(axis, new LinkedHashMap<>());
    }
  }

  /**
   * Where {@code hyperparameters} lie, {@link Position#ANY} on the axes of {@link #tooMany}; their
   * values on the others are known from now on.
   */
  Position position(Hyperparameters hyperparameters) {
    return position(hyperparameters, tooMany);
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
        if (known.size() < SOME) {
          known.putIfAbsent(Axes.value(axis, hyperparameters), known.size());
        }
        indices.add(Position.ANY);
      } else {
        AxisValue value = Axes.value(axis, hyperparameters);
        indices.add(known.computeIfAbsent(value, v -> known.size()));
        if (known.size() > Condenser.MOST_ROWS) {
          forget(axis);
        }
      }
    }
    return new Position(indices);
  }

  private void forget(AxisName axis) {
    tooMany.add(axis);
    of(axis).values().removeIf(place -> place >= SOME);
  }

  /**
   * The axes on which there are more values than a page can tell apart, and all but two were
   * forgotten: what lies on them has to be averaged over, whatever {@link #position} said before.
   */
  Set<AxisName> tooMany() {
    return Collections.unmodifiableSet(tooMany);
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
