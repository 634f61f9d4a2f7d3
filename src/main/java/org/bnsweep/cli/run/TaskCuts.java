package org.bnsweep.cli.run;

import java.util.Optional;
import org.bnsweep.sweep.SweepPlan;
import org.bnsweep.sweep.TaskSizes;
import org.bnsweep.sweep.Trials;
import org.bnsweep.sweep.Workload;

/**
 * How trials are dealt out as tasks, by {@code run} and so by {@code plan}: as the user wants them,
 * else by what a trial is likely to take, whether or not one was timed.
 */
public record TaskCuts(double secondsPerTrial, long pointsPerTrial, Optional<Integer> trialsPerTask)
    implements TaskSizes {

  /**
   * For {@code trials} that do {@code work}.
   *
   * @param trialsPerTask what the user wants
   */
  public static TaskCuts of(Workload work, Trials trials, Optional<Integer> trialsPerTask) {
    TrialCost cost = TrialCost.of(work, trials);
    return new TaskCuts(cost.seconds(), cost.points(), trialsPerTask);
  }

  @Override
  public SweepPlan of(long trials, int slots) {
    SweepPlan plan = SweepPlan.of(trials, slots, secondsPerTrial, pointsPerTrial);
    return trialsPerTask.map(count -> plan.withTrialsPerTask(count)).orElse(plan);
  }
}
