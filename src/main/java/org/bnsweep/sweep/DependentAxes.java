package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
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

  /**
   * The axes narrowed by the clauses about them. An axis that is left without a value takes with it
   * the normalizations that have it, and is at its default in the trials of the others.
   *
   * @throws GridException if nothing is left
   */
  static List<Axis> narrow(List<Axis> axes, List<Clause> where) {
    List<Axis> narrowed = new ArrayList<>();
    List<Axis> empty = new ArrayList<>();
    for (Axis axis : axes) {
      Optional<Axis> left = AxisFilter.narrow(axis, where);
      if (left.isEmpty()) {
        empty.add(axis);
      }
      narrowed.add(left.orElse(new Axis(axis.name(), List.of(axis.name().byDefault()))));
    }
    for (Axis axis : empty) {
      if (isOfAll(axis.name())) {
        throw AxisFilter.nothingLeft(axis, where);
      }
      narrowed.replaceAll(
          other ->
              other.name() == Hyperparameter.NORMALIZATION
                  ? without(other, axis.name())
                      .orElseThrow(() -> AxisFilter.nothingLeft(axis, where))
                  : other);
    }
    return narrowed;
  }

  /** The kinds that do not have {@code setting}. */
  private static Optional<Axis> without(Axis kinds, Hyperparameter setting) {
    List<?> others =
        kinds.values().stream().filter(kind -> !setting.isOf((NormalizationKind) kind)).toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(new Axis(kinds.name(), others));
  }

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
      List<Axis> distinct = new ArrayList<>();
      for (List<Axis> product : products) {
        if (!distinct.contains(product.get(i))) {
          distinct.add(product.get(i));
        }
      }
      joined.add(distinct.stream().reduce(DependentAxes::union).orElseThrow());
    }
    return joined;
  }

  /** Of kinds, which no two products share, or of an axis and its default alone. */
  private static Axis union(Axis first, Axis second) {
    int common = -1;
    if (second.values().size() == 1) {
      if (first.values().contains(second.values().get(0))) {
        return first;
      }
    } else if (first.values().size() == 1) {
      common = second.values().indexOf(first.values().get(0));
    }
    return new Axis(first.name(), new Union(first, second, common));
  }

  /** The values of two axes, of which neither is copied. */
  private static final class Union extends AbstractList<Object>
      implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final Axis first;
    private final Axis second;

    /** Where the second has the value that both have; -1 if there is none. */
    private final int common;

    Union(Axis first, Axis second, int common) {
      this.first = first;
      this.second = second;
      this.common = common;
    }

    @Override
    public Object get(int index) {
      int rest = index - first.values().size();
      if (rest < 0) {
        return first.values().get(index);
      }
      return second.values().get(common < 0 || rest < common ? rest : rest + 1);
    }

    @Override
    public int size() {
      return first.values().size() + second.values().size() - (common < 0 ? 0 : 1);
    }
  }
}
