package org.bnsweep.report.model;

import java.util.concurrent.atomic.LongAdder;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;

/** Counts what becomes of trials; mutable, for one thread. */
final class Tally {
  private final ByNetwork<LongAdder> diverged = ByNetwork.of(network -> new LongAdder());
  private long trials;
  private long failed;
  private boolean recorded;

  void add(TrialResult result) {
    trials++;
    if (result.outcome() instanceof Trained trained) {
      recorded |= !trained.activations().isEmpty();
      for (Network network : Network.values()) {
        if (trained.curves().of(network).diverged()) {
          diverged.of(network).increment();
        }
      }
    } else {
      failed++;
    }
  }

  Counts counts() {
    return new Counts(trials, failed, diverged.map(LongAdder::sum));
  }

  /** Whether a trial has activations. */
  boolean recorded() {
    return recorded;
  }
}
