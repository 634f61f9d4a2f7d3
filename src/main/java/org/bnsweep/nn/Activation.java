package org.bnsweep.nn;

/** The function between two affine layers. */
public enum Activation {
  RELU,
  SIGMOID
}
