package org.bnsweep.train;

import java.io.Serializable;
import org.bnsweep.blas.Arithmetic;

/**
 * All that training a pair gave.
 *
 * @param curves of both networks
 * @param recorded beside them
 * @param arithmetic of the process that trained it
 */
public record PairResult(PairCurves curves, Recorded recorded, Arithmetic arithmetic)
    implements Serializable {

  /** With nothing beside them, and without telling who computed it. */
  public static PairResult of(PairCurves curves) {
    return new PairResult(curves, Recorded.NOTHING, Arithmetic.UNKNOWN);
  }
}
