package org.bnsweep.sweep;

/**
 * How to deal out what is left of a sweep; asked again for each job, as clusters grow and shrink.
 */
@FunctionalInterface
public interface TaskSizes {

  /**
   * The plan for the next job.
   *
   * @param trials that have not been dealt out, 1 and up
   * @param slots tasks that run at the same time, as far as is known now
   */
  SweepPlan of(long trials, int slots);
}
