package org.bnsweep.nn;

import java.io.Serializable;

/**
 * The standard deviation of the initial weights: a number, or a rule that depends on the layer's
 * inputs.
 *
 * @param init the rule
 * @param scale the number when {@code init} is {@code NORMAL}, else NaN
 */
public record WeightScale(Init init, double scale) implements Serializable {

  /** How the standard deviation is found. */
  public enum Init {
    /** A number, the same for every layer. */
    NORMAL,
    /** {@code sqrt(2/n)} for n inputs (He et al. 2015, for ReLU). */
    HE,
    /**
     * {@code sqrt(1/n)} for n inputs (Glorot and Bengio 2010 as the book simplifies it, for
     * sigmoid).
     */
    XAVIER;
  }
}
