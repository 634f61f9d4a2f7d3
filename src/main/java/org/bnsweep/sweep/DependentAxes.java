package org.bnsweep.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;

/**
 * Axes that are settings of some normalizations only, such as the momentum of Batch Normalization:
 * their product with the others is several products, in each of which every axis does something or
 * stays at its default.
 */
final class DependentAxes {
  private DependentAxes() {}

  /** The products, of which no two have a trial in common. */
  static List<List<Axis>> split(List<Axis> axes) {
    List<Axis> dependent =
        axes.stream()
            .filter(axis -> !isOfAll(axis.name()))
            .filter(axis -> !axis.values().equals(List.of(axis.name().byDefault())))
            .toList();
    if (dependent.isEmpty()) {
      return List.of(axes);
    }
    Map<List<Hyperparameter>, List<Object>> kinds = new LinkedHashMap<>();
    for (Axis axis : axes) {
      if (axis.name() == Hyperparameter.NORMALIZATION) {
        for (Object kind : axis.values()) {
          List<Hyperparameter> meant =
              dependent.stream()
                  .map(Axis::name)
                  .filter(name -> name.isOf((NormalizationKind) kind))
                  .toList();
          kinds.computeIfAbsent(meant, key -> new ArrayList<>()).add(kind);
        }
      }
    }
    List<List<Axis>> products = new ArrayList<>();
    kinds.forEach((meant, values) -> products.add(product(axes, dependent, meant, values)));
    return products;
  }

  private static boolean isOfAll(Hyperparameter name) {
    return Stream.of(NormalizationKind.values()).allMatch(name::isOf);
  }

  private static List<Axis> product(
      List<Axis> axes, List<Axis> dependent, List<Hyperparameter> meant, List<Object> kinds) {
    return axes.stream()
        .map(
            axis -> {
              if (axis.name() == Hyperparameter.NORMALIZATION) {
                return new Axis(axis.name(), List.copyOf(kinds));
              }
              return dependent.contains(axis) && !meant.contains(axis.name())
                  ? new Axis(axis.name(), List.of(axis.name().byDefault()))
                  : axis;
            })
        .toList();
  }

  /** The axes of all products together, each value once. */
  static List<Axis> join(List<List<Axis>> products) {
    List<Axis> joined = new ArrayList<>();
    for (int i = 0; i < products.get(0).size(); i++) {
      Axis first = products.get(0).get(i);
      Set<Object> values = new LinkedHashSet<>();
      for (List<Axis> product : products) {
        if (!product.get(i).equals(first)) {
          values.addAll(product.get(i).values());
        }
      }
      joined.add(values.isEmpty() ? first : union(first, values));
    }
    return joined;
  }

  private static Axis union(Axis first, Set<Object> others) {
    Set<Object> values = new LinkedHashSet<>(first.values());
    values.addAll(others);
    return new Axis(first.name(), List.copyOf(values));
  }
}
