package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import org.bnsweep.settings.Hyperparameter;

/** The values of an axis that a generator describes, computed on demand. */
public final class GeneratedValues extends AbstractList<Object>
    implements RandomAccess, Serializable {
  private static final long serialVersionUID = 1L;

  private final Hyperparameter axis;
  private final NumberSequence numbers;

  /** Numbers as values of {@code axis}, which must be numeric. */
  public GeneratedValues(Hyperparameter axis, NumberSequence numbers) {
    this.axis = axis;
    this.numbers = numbers;
  }

  @Override
  public Object get(int index) {
    return axis.ofNumber(numbers.get(Objects.checkIndex(index, size()))).orElseThrow();
  }

  @Override
  public int size() {
    return numbers.size();
  }

  /** Whether all values are known to differ without looking at each. */
  boolean distinct() {
    return numbers.distinct();
  }
}
