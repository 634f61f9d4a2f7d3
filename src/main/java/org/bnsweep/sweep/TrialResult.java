package org.bnsweep.sweep;

import java.io.Serializable;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Recorded;

/**
 * A finished trial.
 *
 * @param trial what was trained
 * @param outcome its curves, or why there are none
 * @param seconds wall time of the training, not part of any fingerprint
 */
public record TrialResult(Trial trial, Outcome outcome, double seconds) implements Serializable {

  /** How a trial ended. */
  public sealed interface Outcome extends Serializable {}

  /**
   * Both networks ran to the last epoch; each may have diverged on the way.
   *
   * @param curves of both
   * @param recorded beside them
   * @param arithmetic of the process that trained it
   */
  public record Trained(PairCurves curves, Recorded recorded, Arithmetic arithmetic)
      implements Outcome {}

  /** An exception, or the loss of its process, ended the trial; {@code message} is one line. */
  public record Failed(String message) implements Outcome {}
}
