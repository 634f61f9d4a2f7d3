package org.bnsweep.report.model;

import java.util.Map;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.train.ByNetwork;

/**
 * Trials by what became of them.
 *
 * @param trials all
 * @param failed without curves
 * @param diverged whose network met an overflow
 * @param divergedKinds whose normalized network did, by its kind; 0 where a kind is missing
 */
public record Counts(
    long trials,
    long failed,
    ByNetwork<Long> diverged,
    Map<NormalizationKind, Long> divergedKinds) {
  public Counts {
    divergedKinds = Map.copyOf(divergedKinds);
  }
}
