package org.bnsweep.sweep;

import org.bnsweep.blas.Arithmetic;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Recorded;

/** How made-up trials ended. */
public final class Outcomes {
  private Outcomes() {}

  /** With nothing beside the curves, by a process of which nothing is known. */
  public static Trained trained(PairCurves curves) {
    return new Trained(curves, Recorded.NOTHING, Arithmetic.UNKNOWN);
  }
}
