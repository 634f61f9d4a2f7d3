package org.bnsweep.settings;

/** How the values of a hyperparameter are laid out on an axis of a chart. */
public enum AxisScale {
  /** Numbers that are searched in powers of ten; 0 has no place. */
  LOGARITHMIC,
  /** Numbers. */
  LINEAR,
  /** Words and lists, side by side. */
  CATEGORIES,
  /** Never an axis: repetitions, over which charts average. */
  REPETITIONS
}
