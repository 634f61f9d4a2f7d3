package org.bnsweep.cli.run;

import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Trials;
import org.bnsweep.sweep.Workload;

/**
 * What a trial takes, for dealing trials out before any was timed.
 *
 * @param seconds on one core, about, the mean of all
 * @param points of the largest result
 */
record TrialCost(double seconds, long points) {
  /** Operations of a core per second on the default network, rounded. */
  private static final double FLOPS_PER_SECOND = 4e10;

  /** What the smallest trial takes nevertheless: random numbers, samples, results. */
  private static final double LEAST_SECONDS = 0.001;

  private static final long MOST_LOOKED_AT = 1000;

  /** That of {@code trials}, of which a thousand at most are looked at. */
  static TrialCost of(Workload work, Trials trials) {
    long count = Math.min(trials.size(), MOST_LOOKED_AT);
    double flops = 0;
    long points = 0;
    for (long i = 0; i < count; i++) {
      Hyperparameters trial = trials.get(i * trials.size() / count).hyperparameters();
      flops += work.flops(trial);
      points = Math.max(points, work.points(trial));
    }
    return new TrialCost(seconds(flops / count), points);
  }

  /** Seconds for so many operations. */
  static double seconds(double flops) {
    return LEAST_SECONDS + flops / FLOPS_PER_SECOND;
  }
}
