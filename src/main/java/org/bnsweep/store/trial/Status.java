package org.bnsweep.store.trial;

import static java.util.Comparator.naturalOrder;

import java.util.Locale;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Outcome;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;

/** How a trial, or one of its networks, ended; from best to worst. */
public enum Status {
  /** Every number stayed finite. */
  OK,
  /** A number overflowed on the way; the curve is complete nevertheless. */
  DIVERGED,
  /** There is no curve, but a message. */
  FAILED;

  /** The word in Parquet, CSV and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of one network. */
  static Status of(Outcome outcome, Network network) {
    if (outcome instanceof Trained trained) {
      return trained.curves().of(network).diverged() ? DIVERGED : OK;
    }
    return FAILED;
  }

  /** The status of a trial: the worse of its networks'. */
  public static Status of(Outcome outcome) {
    if (outcome instanceof Failed) {
      return FAILED;
    }
    return ByNetwork.of(network -> of(outcome, network)).stream().max(naturalOrder()).orElseThrow();
  }
}
