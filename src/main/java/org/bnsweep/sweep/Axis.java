package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.List;
import org.bnsweep.settings.Hyperparameter;

/**
 * One setting with the values a grid gives it, in order.
 *
 * @param name which setting
 * @param values at least one; of the type {@link
 *     Hyperparameter#of(org.bnsweep.settings.Hyperparameters)} gives; a generated list computes
 *     them on demand
 */
public record Axis(Hyperparameter name, List<?> values) implements Serializable {

  public Axis {
    if (values.isEmpty()) {
      throw new GridException(name.word() + " has no values");
    }
  }

  /** Whether trials can differ in this setting. */
  public boolean varies() {
    return values.size() > 1;
  }
}
