package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.List;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.PairCurves;

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
   * @param activations by network, epoch and layer; none unless they were recorded, and not part of
   *     any fingerprint
   * @param arithmetic of the process that trained it
   */
  public record Trained(
      PairCurves curves, List<LayerActivations> activations, Arithmetic arithmetic)
      implements Outcome {

    public Trained {
      activations = List.copyOf(activations);
    }

    /** Without activations, by a process of which nothing is known. */
    public Trained(PairCurves curves) {
      this(curves, List.of(), Arithmetic.UNKNOWN);
    }
  }

  /** An exception, or the loss of its process, ended the trial; {@code message} is one line. */
  public record Failed(String message) implements Outcome {}
}
