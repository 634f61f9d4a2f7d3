package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import org.bnsweep.sweep.GridException.Part;

/** Narrows an axis to the values that meet every clause about it, each value once. */
final class AxisFilter {
  /** Longest axis that is looked at value by value for clauses. */
  private static final int MAX_SCANNED = 10_000_000;

  /** Longest axis whose values are compared with each other. */
  private static final int MAX_COMPARED = 1_000_000;

  private AxisFilter() {}

  /** None if no value meets them. */
  static Optional<Axis> narrow(Axis axis, List<Clause> where) {
    List<Clause> own = own(axis, where);
    List<?> values = axis.values();
    boolean distinct = values.size() == 1 || (values instanceof GeneratedValues g && g.distinct());
    if (own.isEmpty() && distinct) {
      return Optional.of(axis);
    }
    checkLength(axis, distinct);
    Set<Object> seen = new HashSet<>();
    int[] kept = new int[values.size()];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      Object value = values.get(i);
      if (own.stream().allMatch(c -> c.accepts(value)) && (distinct || seen.add(value))) {
        kept[count++] = i;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        count == kept.length
            ? axis
            : new Axis(axis.name(), new Selected(axis, Arrays.copyOf(kept, count))));
  }

  private static List<Clause> own(Axis axis, List<Clause> where) {
    return where.stream().filter(clause -> clause.axis() == axis.name()).toList();
  }

  /** What to say where {@link #narrow} leaves none. */
  static GridException nothingLeft(Axis axis, List<Clause> where) {
    return new GridException(
        Part.WHERE,
        "where leaves no value of " + axis.name().word() + ": none meets " + own(axis, where));
  }

  private static void checkLength(Axis axis, boolean distinct) {
    int length = axis.values().size();
    if (length > (distinct ? MAX_SCANNED : MAX_COMPARED)) {
      throw new GridException(
          axis.name().word()
              + " has "
              + length
              + " values, at most "
              + (distinct
                  ? MAX_SCANNED + " with a where on them"
                  : MAX_COMPARED + " where neighbours are too close for float64 to tell apart"));
    }
  }

  /** Some of a list's values, by index, so that a long generated list stays generated. */
  private static final class Selected extends AbstractList<Object>
      implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final Axis whole;
    private final int[] indices;

    Selected(Axis whole, int[] indices) {
      this.whole = whole;
      this.indices = indices;
    }

    @Override
    public Object get(int index) {
      return whole.values().get(indices[index]);
    }

    @Override
    public int size() {
      return indices.length;
    }
  }
}
