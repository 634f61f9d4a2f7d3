package org.bnsweep.sweep.spark;

import org.apache.spark.util.AccumulatorV2;

/**
 * Which trials a task has, for Spark's UI: a named accumulator is the one thing that its table of
 * tasks shows of an application's own. Trials are counted from 0 among those that the sweep trains,
 * which in a resumed run are those that were missing.
 */
final class TaskLabel extends AccumulatorV2<String, String> {
  private static final long serialVersionUID = 1L;

  /** Its column in the table. */
  static final String NAME = "trials";

  private String trials = "";

  /** {@code 7}, or {@code 0..49} for the first and the last of several. */
  static String of(long[] indices) {
    return indices.length == 1
        ? Long.toString(indices[0])
        : indices[0] + ".." + indices[indices.length - 1];
  }

  @Override
  public boolean isZero() {
    return trials.isEmpty();
  }

  @Override
  public AccumulatorV2<String, String> copy() {
    TaskLabel copy = new TaskLabel();
    copy.trials = trials;
    return copy;
  }

  @Override
  public void reset() {
    trials = "";
  }

  @Override
  public void add(String label) {
    trials = label;
  }

  /** On the driver, where all tasks' labels meet, the last one stands. */
  @Override
  public void merge(AccumulatorV2<String, String> other) {
    trials = other.value();
  }

  @Override
  public String value() {
    return trials;
  }
}
