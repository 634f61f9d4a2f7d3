package org.bnsweep.train;

import java.io.Serializable;
import java.util.List;
import org.bnsweep.blas.Arithmetic;

/**
 * All that training a pair gave.
 *
 * @param curves of both networks
 * @param activations by network, epoch and layer, in this order; none unless they were recorded
 * @param arithmetic of the process that trained it
 */
public record PairResult(
    PairCurves curves, List<LayerActivations> activations, Arithmetic arithmetic)
    implements Serializable {

  public PairResult {
    activations = List.copyOf(activations);
  }

  /** Without activations, and without telling who computed it. */
  public static PairResult of(PairCurves curves) {
    return new PairResult(curves, List.of(), Arithmetic.UNKNOWN);
  }
}
