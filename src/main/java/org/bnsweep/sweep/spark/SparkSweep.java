package org.bnsweep.sweep.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.bnsweep.sweep.Sweep;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialRunner;

/**
 * The driver: hands the trials of a sweep out to Spark and takes their results in.
 *
 * <p>The samples and the grid travel once, as a broadcast; a task is given the indices of its
 * trials and trains them in order. The result of each trial is delivered exactly once, on the
 * thread that called {@link #train}, when the task that trained it ends, whatever was retried, run
 * twice by speculation, or lost with its machine.
 *
 * <p>A trial that throws is tried once more; if it throws again it has failed. So has a trial that
 * ends its process whenever it runs: see {@link Round}. Neither ends the sweep.
 */
public final class SparkSweep {
  private final JavaSparkContext context;
  private final TrialRunner runner;

  /**
   * A driver that does not own {@code context}.
   *
   * @param runner shipped to the tasks
   */
  public SparkSweep(JavaSparkContext context, TrialRunner runner) {
    this.context = context;
    this.runner = runner;
  }

  /**
   * Trains some trials of a sweep.
   *
   * @param indices of the trials, each from 0 to {@code sweep.trials().size() - 1} and once
   * @param trialsPerTask 1 and up; the results of a task arrive together
   * @param sink is called on this thread, once per index, in the order of completion
   * @throws InterruptedException if this thread is interrupted; the job is cancelled, and what had
   *     arrived by then was delivered
   * @throws SweepException if Spark gave up; what had arrived by then was delivered
   * @throws RuntimeException whatever {@code sink} throws; the job is cancelled
   */
  public void train(Sweep sweep, long[] indices, int trialsPerTask, Consumer<TrialResult> sink)
      throws InterruptedException {
    if (trialsPerTask < 1) {
      throw new IllegalArgumentException(
          "trialsPerTask is " + trialsPerTask + ", must be 1 or more");
    }
    Broadcast<Work> work =
        context.broadcast(new Work(sweep.dataset(), sweep.epochs(), sweep.trials(), runner));
    Settling settling = new Settling(sweep.trials(), sink);
    try {
      long[] open = indices;
      for (Round round : Round.values()) {
        if (open.length == 0) {
          break;
        }
        open = run(round, sweep.name(), open, trialsPerTask, work, settling);
      }
      // Not after a cancelled job: its tasks may not have ended yet.
      work.destroy();
    } finally {
      context.clearJobGroup();
    }
  }

  private long[] run(
      Round round,
      String name,
      long[] indices,
      int trialsPerTask,
      Broadcast<Work> work,
      Settling settling)
      throws InterruptedException {
    TaskLabel label = new TaskLabel();
    context.sc().register(label, TaskLabel.NAME);
    TrainTrials task = new TrainTrials(work, label, round.lossesAllowed);
    for (List<long[]> job : jobs(round, indices, trialsPerTask)) {
      context.setJobGroup(name, description(round, name, job));
      new Job(context).run(job, task, attempt -> settling.take(round, attempt));
    }
    return settling.open();
  }

  /** The tasks of each job of {@code round}. */
  private static List<List<long[]>> jobs(Round round, long[] indices, int trialsPerTask) {
    List<long[]> tasks = Job.slices(indices, round == Round.TOGETHER ? trialsPerTask : 1);
    if (round != Round.ALONE) {
      return List.of(tasks);
    }
    List<List<long[]>> jobs = new ArrayList<>();
    tasks.forEach(task -> jobs.add(List.of(task)));
    return jobs;
  }

  private static String description(Round round, String name, List<long[]> tasks) {
    long trials = tasks.stream().mapToLong(task -> task.length).sum();
    String what = trials == 1 ? "trial " + tasks.get(0)[0] : trials + " trials";
    return switch (round) {
      case TOGETHER -> name + ": " + what;
      case SINGLY -> name + ": " + what + " again, one per task";
      case ALONE -> name + ": " + what + " again, alone";
    };
  }
}
