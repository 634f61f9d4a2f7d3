package org.bnsweep.sweep.spark;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
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
  private static final int TASKS_PER_SLOT = 4;

  /** Of the default experiment's 20 epochs: 12 MB of curves. */
  private static final int TRIALS_PER_JOB = 4096;

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
   * Trains all trials of a sweep.
   *
   * @param trialsPerTask 1 and up; the results of a task arrive together
   * @param sink is called on this thread, once per trial, in the order of completion; a slow one
   *     slows the sweep down rather than letting results pile up
   * @throws InterruptedException if this thread is interrupted; the jobs are cancelled, and what
   *     had arrived by then was delivered
   * @throws SweepException if Spark gave up; what had arrived by then was delivered
   * @throws RuntimeException whatever {@code sink} throws; the jobs are cancelled
   */
  public void train(Sweep sweep, int trialsPerTask, Consumer<TrialResult> sink)
      throws InterruptedException {
    train(sweep, sweep.trials().size(), index -> index, trialsPerTask, sink);
  }

  /**
   * Trains some trials of a sweep, else as {@link #train(Sweep, int, Consumer)}.
   *
   * @param indices of the trials, each from 0 to {@code sweep.trials().size() - 1} and once
   */
  public void train(Sweep sweep, long[] indices, int trialsPerTask, Consumer<TrialResult> sink)
      throws InterruptedException {
    train(sweep, indices.length, i -> indices[(int) i], trialsPerTask, sink);
  }

  private void train(
      Sweep sweep,
      long trials,
      LongUnaryOperator indexOf,
      int trialsPerTask,
      Consumer<TrialResult> sink)
      throws InterruptedException {
    if (trialsPerTask < 1) {
      throw new IllegalArgumentException(
          "trialsPerTask is " + trialsPerTask + ", must be 1 or more");
    }
    Broadcast<Work> work =
        context.broadcast(new Work(sweep.dataset(), sweep.epochs(), sweep.trials(), runner));
    Settling settling = new Settling(sweep.trials(), sink);
    try {
      Tasks tasks = new Tasks(trials, indexOf, trialsPerTask, tasksPerJob(trialsPerTask));
      for (Round round : Round.values()) {
        if (tasks.trials() == 0) {
          break;
        }
        run(round, sweep.name(), tasks, work, settling);
        long[] open = settling.open();
        int perJob = round == Round.TOGETHER ? tasksPerJob(1) : 1;
        tasks = new Tasks(open.length, i -> open[(int) i], 1, perJob);
      }
      // Not after a cancelled job: its tasks may not have ended yet.
      work.destroy();
    } finally {
      context.clearJobGroup();
    }
  }

  /** So many that no core waits for the next job, and results take little memory in the driver. */
  private int tasksPerJob(int trialsPerTask) {
    return Math.max(TASKS_PER_SLOT * context.defaultParallelism(), TRIALS_PER_JOB / trialsPerTask);
  }

  private void run(Round round, String name, Tasks tasks, Broadcast<Work> work, Settling settling)
      throws InterruptedException {
    TaskLabel label = new TaskLabel();
    context.sc().register(label, TaskLabel.NAME);
    TrainTrials train = new TrainTrials(work, label, round.lossesAllowed);
    int mostLeft = round == Round.ALONE ? 0 : tasks.tasksPerJob();
    new Jobs(context, name, job -> description(round, name, job, tasks.trials()), mostLeft)
        .run(tasks.jobs(), train, attempt -> settling.take(round, attempt));
  }

  private static String description(Round round, String name, List<long[]> job, long all) {
    long trials = job.stream().mapToLong(task -> task.length).sum();
    String count = trials == all ? "" + trials : trials + " of " + all;
    String what = trials == 1 ? "trial " + job.get(0)[0] : count + " trials";
    return switch (round) {
      case TOGETHER -> name + ": " + what;
      case SINGLY -> name + ": " + what + " again, one per task";
      case ALONE -> name + ": " + what + " again, alone";
    };
  }
}
