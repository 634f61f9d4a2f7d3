package org.bnsweep.train;

import java.util.Locale;

/** Something that a trial can keep beside its curves, which are the same with it and without. */
public enum Recording {
  /** {@link LayerActivations}, at three points. */
  ACTIVATIONS,
  /** {@link WeightGradient}s, at every point. */
  GRADIENTS,
  /** {@link Landscape}s, at every point. */
  LANDSCAPE;

  /** The key of YAML that asks for it. */
  public String key() {
    return "record_" + name().toLowerCase(Locale.ROOT);
  }
}
