package org.bnsweep.sweep;

/**
 * How trials are dealt out as tasks: so many to a task that it lasts about a second or more, which
 * hides what starting it costs, and so few that every slot has at least four, which evens out their
 * ends.
 *
 * @param trials all of them
 * @param slots tasks that run at the same time
 * @param trialsPerTask 1 and up; the last task may have fewer
 * @param secondsPerTrial on one slot
 */
public record SweepPlan(long trials, int slots, long trialsPerTask, double secondsPerTrial) {
  private static final double TASK_SECONDS = 1;
  private static final int TASKS_PER_SLOT = 4;

  /** The driver keeps some kilobytes for every task of a job. */
  private static final long MAX_TASKS = 100_000;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SweepPlan {
    boolean good =
        trials >= 1
            && slots >= 1
            && trialsPerTask >= 1
            && secondsPerTrial > 0
            && Double.isFinite(secondsPerTrial);
    if (!good) {
      throw new IllegalArgumentException(
          "trials "
              + trials
              + ", slots "
              + slots
              + ", trials per task "
              + trialsPerTask
              + ", seconds per trial "
              + secondsPerTrial
              + ": all must be above 0");
    }
  }

  /** The plan by the rule above. */
  public static SweepPlan of(long trials, int slots, double secondsPerTrial) {
    // Checks its numbers, before they are divided by.
    SweepPlan single = new SweepPlan(trials, slots, 1, secondsPerTrial);
    long enoughWork = (long) Math.ceil(TASK_SECONDS / secondsPerTrial);
    long enoughTasks = trials / ((long) TASKS_PER_SLOT * slots);
    long fewEnough = ceilDiv(trials, MAX_TASKS);
    long perTask = Math.max(fewEnough, Math.max(1, Math.min(enoughWork, enoughTasks)));
    return single.withTrialsPerTask(perTask);
  }

  /** The same trials, so many to a task. */
  public SweepPlan withTrialsPerTask(long count) {
    return new SweepPlan(trials, slots, count, secondsPerTrial);
  }

  /** Tasks in all. */
  public long tasks() {
    return ceilDiv(trials, trialsPerTask);
  }

  /** Rounds in which all slots are given a task. */
  public long waves() {
    return ceilDiv(tasks(), slots);
  }

  /** Estimated time from the first task's start to the last one's end. */
  public double seconds() {
    double perSlot = Math.max((double) trials / slots, (double) Math.min(trials, trialsPerTask));
    return perSlot * secondsPerTrial;
  }

  private static long ceilDiv(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }
}
