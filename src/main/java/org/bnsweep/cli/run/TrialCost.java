package org.bnsweep.cli.run;

import org.bnsweep.sweep.Trials;
import org.bnsweep.sweep.Workload;

/** About how long a trial takes on one core, for dealing trials out before any was timed. */
final class TrialCost {
  /** Operations of a core per second on the default network, rounded. */
  private static final double FLOPS_PER_SECOND = 4e10;

  /** What the smallest trial takes nevertheless: random numbers, samples, results. */
  private static final double LEAST_SECONDS = 0.001;

  private static final long MOST_LOOKED_AT = 1000;

  private TrialCost() {}

  /** Mean seconds of a trial, over a thousand of them at most. */
  static double seconds(Workload work, Trials trials) {
    long count = Math.min(trials.size(), MOST_LOOKED_AT);
    double flops = 0;
    for (long i = 0; i < count; i++) {
      flops += work.flops(trials.get(i * trials.size() / count).hyperparameters());
    }
    return seconds(flops / count);
  }

  /** Seconds for so many operations. */
  static double seconds(double flops) {
    return LEAST_SECONDS + flops / FLOPS_PER_SECOND;
  }
}
