package org.bnsweep.sweep;

import java.io.Serializable;

/**
 * The trials of a sweep in order, computed on demand: a grid of ten million is a few hundred bytes.
 *
 * <p>Serializable, so that a task can be given indices and find its trials itself.
 */
public interface Trials extends Serializable {

  /** Number of trials. */
  long size();

  /** Hyperparameters of trial {@code index}, 0 to {@code size() - 1}. */
  Trial get(long index);
}
