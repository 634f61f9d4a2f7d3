package org.bnsweep.settings;

/** The update rules of the book's chapter 6. */
public enum OptimizerKind {
  SGD,
  MOMENTUM,
  ADAGRAD,
  ADAM
}
