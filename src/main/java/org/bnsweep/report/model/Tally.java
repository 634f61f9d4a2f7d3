package org.bnsweep.report.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;
import org.bnsweep.train.Recording;

/** Counts what becomes of trials; mutable, for one thread. */
final class Tally {
  private final ByNetwork<LongAdder> diverged = ByNetwork.of(network -> new LongAdder());
  private final Map<NormalizationKind, Long> divergedKinds = new EnumMap<>(NormalizationKind.class);
  private long trials;
  private long failed;
  private final Set<Recording> recorded = EnumSet.noneOf(Recording.class);

  void add(TrialResult result) {
    trials++;
    if (result.outcome() instanceof Trained trained) {
      recorded.addAll(trained.recorded().kinds().kinds());
      for (Network network : Network.values()) {
        if (trained.curves().of(network).diverged()) {
          diverged.of(network).increment();
        }
      }
      if (trained.curves().of(Network.NORMALIZED).diverged()) {
        divergedKinds.merge(result.trial().hyperparameters().normalization(), 1L, Long::sum);
      }
    } else {
      failed++;
    }
  }

  Counts counts() {
    return new Counts(trials, failed, diverged.map(LongAdder::sum), divergedKinds);
  }

  /** What some trial kept beside its curves. */
  Set<Recording> recorded() {
    return Collections.unmodifiableSet(EnumSet.copyOf(recorded));
  }
}
