package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;

/**
 * The values met so far on every axis, numbered in the order they came: up to {@link
 * RunDataReader#MOST_ROWS}, as no page can tell more apart.
 *
 * <p>Mutable, for one thread.
 */
final class AxisValues {
  /** As many as tell that an axis varies. */
  private static final int SOME = 2;

  private final Map<Hyperparameter, Map<AxisValue, Integer>> values =
      new EnumMap<>(Hyperparameter.class);
  private final Set<Hyperparameter> tooMany = EnumSet.noneOf(Hyperparameter.class);

  AxisValues() {
    for (Hyperparameter axis : Hyperparameter.values()) {
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
  Position position(Hyperparameters hyperparameters, Set<Hyperparameter> averaged) {
    List<Integer> indices = new ArrayList<>(Hyperparameter.values().length);
    for (Hyperparameter axis : Hyperparameter.values()) {
      Map<AxisValue, Integer> known = of(axis);
      if (averaged.contains(axis)) {
        if (known.size() < SOME) {
          known.putIfAbsent(AxisValue.of(axis, axis.of(hyperparameters)), known.size());
        }
        indices.add(Position.ANY);
      } else {
        AxisValue value = AxisValue.of(axis, axis.of(hyperparameters));
        indices.add(known.computeIfAbsent(value, v -> known.size()));
        if (known.size() > RunDataReader.MOST_ROWS) {
          forget(axis);
        }
      }
    }
    return new Position(indices);
  }

  private void forget(Hyperparameter axis) {
    tooMany.add(axis);
    of(axis).values().removeIf(place -> place >= SOME);
  }

  /**
   * The axes on which there are more values than a page can tell apart, and all but two were
   * forgotten: what lies on them has to be averaged over, whatever {@link #position} said before.
   */
  Set<Hyperparameter> tooMany() {
    return Collections.unmodifiableSet(tooMany);
  }

  /** Values met on {@code axis}. */
  int count(Hyperparameter axis) {
    return of(axis).size();
  }

  /** A copy: every axis with its values. */
  Map<Hyperparameter, List<AxisValue>> axes() {
    Map<Hyperparameter, List<AxisValue>> axes = new EnumMap<>(Hyperparameter.class);
    values.forEach((axis, known) -> axes.put(axis, List.copyOf(known.keySet())));
    return Collections.unmodifiableMap(axes);
  }

  private Map<AxisValue, Integer> of(Hyperparameter axis) {
    return values.getOrDefault(axis, Map.of());
  }
}
