package org.bnsweep.sweep.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/**
 * Trials dealt out to tasks in order, and tasks to jobs, none of it before it is asked for.
 *
 * @param trials how many
 * @param indexOf index in the sweep of each, by its place from 0 to {@code trials - 1}
 * @param nextJob size of the next job, by the trials that are left
 */
record Tasks(long trials, LongUnaryOperator indexOf, LongFunction<JobSize> nextJob) {

  /**
   * How large a job is.
   *
   * @param trialsPerTask 1 and up
   * @param tasks 1 and up, at most
   */
  record JobSize(int trialsPerTask, int tasks) {}

  /** The tasks of each job, a task as the indices of its trials. */
  Iterator<List<long[]>> jobs() {
    return new Iterator<>() {
      private long next;

      @Override
      public boolean hasNext() {
        return next < trials;
      }

      @Override
      public List<long[]> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        JobSize size = nextJob.apply(trials - next);
        List<long[]> tasks = new ArrayList<>();
        while (hasNext() && tasks.size() < size.tasks()) {
          long[] task = new long[(int) Math.min(size.trialsPerTask(), trials - next)];
          for (int i = 0; i < task.length; i++) {
            task[i] = indexOf.applyAsLong(next++);
          }
          tasks.add(task);
        }
        return tasks;
      }
    };
  }
}
