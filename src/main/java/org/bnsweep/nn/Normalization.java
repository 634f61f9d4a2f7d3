package org.bnsweep.nn;

/** What stands between a hidden layer's affine part and its activation. */
public enum Normalization {
  BATCH,
  NONE
}
