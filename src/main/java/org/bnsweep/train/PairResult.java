package org.bnsweep.train;

import java.io.Serializable;
import java.util.List;

/**
 * All that training a pair gave.
 *
 * @param curves of both networks
 * @param activations by network, epoch and layer, in this order; none unless they were recorded
 */
public record PairResult(PairCurves curves, List<LayerActivations> activations)
    implements Serializable {

  public PairResult {
    activations = List.copyOf(activations);
  }

  /** Without activations. */
  public static PairResult of(PairCurves curves) {
    return new PairResult(curves, List.of());
  }
}
