package org.bnsweep.sweep;

/**
 * How trials are dealt out as tasks: so many to a task that it lasts about a second or more, which
 * hides what starting it costs, and longer on many slots, whose one driver can only start so many
 * tasks a second; and so few that every slot has at least four, which evens out their ends, and
 * that the results of those in flight take little memory in the driver.
 *
 * @param trials all of them
 * @param slots tasks that run at the same time
 * @param trialsPerTask 1 and up; the last task may have fewer
 * @param secondsPerTrial on one slot
 * @param pointsPerTrial how large the largest result is, counted in points of a curve; the driver
 *     keeps about 70 bytes of each
 */
public record SweepPlan(
    long trials, int slots, long trialsPerTask, double secondsPerTrial, long pointsPerTrial) {
  private static final double TASK_SECONDS = 1;

  /** What a driver starts and ends in a second with most of its time to spare. */
  private static final double TASKS_PER_SECOND = 200;

  /** Work for which it pays to start an executor, which takes some ten seconds. */
  private static final double WORTH_STARTING_SECONDS = 30;

  private static final int TASKS_PER_SLOT = 4;

  /** A job should last longer than it takes to start the next. */
  private static final double JOB_SECONDS = 4;

  /** About 14 MB; two jobs are in flight. */
  private static final long POINTS_PER_JOB = 200_000;

  /** On hundreds of slots, whose driver has more memory. */
  private static final long LEAST_POINTS_PER_TASK = 2_500;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SweepPlan {
    boolean good =
        trials >= 1
            && slots >= 1
            && trialsPerTask >= 1
            && pointsPerTrial >= 1
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
              + ", points per trial "
              + pointsPerTrial
              + ": all must be above 0");
    }
  }

  /** The plan by the rule above. */
  public static SweepPlan of(long trials, int slots, double secondsPerTrial, long pointsPerTrial) {
    // Checks its numbers, before they are divided by.
    SweepPlan single = new SweepPlan(trials, slots, 1, secondsPerTrial, pointsPerTrial);
    long perJob = (long) TASKS_PER_SLOT * slots;
    double taskSeconds = Math.max(TASK_SECONDS, slots / TASKS_PER_SECOND);
    long enoughWork = (long) Math.ceil(taskSeconds / secondsPerTrial);
    long enoughTasks = trials / perJob;
    long fewPoints = Math.max(LEAST_POINTS_PER_TASK, POINTS_PER_JOB / perJob) / pointsPerTrial;
    return single.withTrialsPerTask(
        Math.max(1, Math.min(enoughWork, Math.min(enoughTasks, fewPoints))));
  }

  /**
   * Slots that so many trials deserve where they can be had for the asking: each has some work to
   * do, and a trial at least.
   */
  public static int deservedSlots(long trials, double secondsPerTrial) {
    double worth = Math.ceil(trials * secondsPerTrial / WORTH_STARTING_SECONDS);
    return (int) Math.max(1, Math.min(Math.min((double) trials, worth), Integer.MAX_VALUE));
  }

  /** The same trials, so many to a task. */
  public SweepPlan withTrialsPerTask(long count) {
    return new SweepPlan(trials, slots, count, secondsPerTrial, pointsPerTrial);
  }

  /** The same tasks, of trials that take so long. */
  public SweepPlan withSecondsPerTrial(double seconds) {
    return new SweepPlan(trials, slots, trialsPerTask, seconds, pointsPerTrial);
  }

  /**
   * Tasks to submit together: four for each slot, or as many short ones as last a while, within
   * what the driver can hold.
   */
  public int tasksPerJob() {
    double lasting = Math.ceil(slots * JOB_SECONDS / (trialsPerTask * secondsPerTrial));
    double affordable = (double) POINTS_PER_JOB / trialsPerTask / pointsPerTrial;
    return (int) Math.max((double) TASKS_PER_SLOT * slots, Math.min(lasting, affordable));
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
