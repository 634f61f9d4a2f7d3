package org.bnsweep.report.io;

import java.util.Map;
import java.util.Optional;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.ByNetwork;

/**
 * The largest learning rates that train to an accuracy, at any other settings.
 *
 * @param accuracy the threshold
 * @param rates of each network; empty if none trains
 * @param kinds of the normalized network of each kind, where several are compared; else none
 */
public record LargestRates(
    double accuracy,
    ByNetwork<Optional<Double>> rates,
    Map<NormalizationKind, Optional<Double>> kinds) {
  public LargestRates {
    kinds = Map.copyOf(kinds);
  }
}
