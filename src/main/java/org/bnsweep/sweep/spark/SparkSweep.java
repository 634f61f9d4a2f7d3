package org.bnsweep.sweep.spark;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.bnsweep.sweep.Sweep;
import org.bnsweep.sweep.SweepPlan;
import org.bnsweep.sweep.TaskSizes;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.sweep.spark.Tasks.JobSize;

/**
 * The driver: hands the trials of a sweep out to Spark and takes their results in.
 *
 * <p>The samples and the grid travel once, as a broadcast; a task is given the indices of its
 * trials and trains them in order. The result of each trial is delivered exactly once, on the
 * thread that called {@link #train}, when the task that trained it ends, whatever was retried, run
 * twice by speculation, or lost with its machine.
 *
 * <p>A trial that throws is tried once more; if it throws again it has failed. So has a trial that
 * ends its process whenever it runs: see {@link Isolation}. Neither ends the sweep.
 */
public final class SparkSweep {
  private static final int TASKS_WAITING_PER_SLOT = 4;

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
   * @param sizes of tasks and jobs; the results of a task arrive together
   * @param sink is called on this thread, once per trial, in the order of completion; a slow one
   *     slows the sweep down rather than letting results pile up
   * @throws InterruptedException if this thread is interrupted; the jobs are cancelled, and what
   *     had arrived by then was delivered
   * @throws SweepException if Spark gave up; what had arrived by then was delivered
   * @throws RuntimeException whatever {@code sink} throws; the jobs are cancelled
   */
  public void train(Sweep sweep, TaskSizes sizes, Consumer<TrialResult> sink)
      throws InterruptedException {
    Broadcast<Work> work =
        context.broadcast(new Work(sweep.dataset(), sweep.epochs(), sweep.trials(), runner));
    AttemptJudge judge = new AttemptJudge(sweep.trials(), sink);
    JobGroup group = JobGroup.of(context);
    try (Losses losses = Losses.of(context.sc())) {
      long left = sweep.trials().size();
      LongUnaryOperator indexOf = index -> index;
      for (Isolation isolation : Isolation.values()) {
        if (left == 0) {
          break;
        }
        double seconds = sizes.of(left, slots()).secondsPerTrial();
        LongFunction<JobSize> nextJob =
            trials -> jobSize(isolation, sizes.of(trials, slots(trials, seconds)));
        Tasks tasks = new Tasks(left, indexOf, nextJob);
        run(isolation, sweep.name(), tasks, seconds, work, losses, judge);
        long[] open = judge.open();
        left = open.length;
        indexOf = i -> open[(int) i];
      }
      // Not after a cancelled job: its tasks may not have ended yet.
      work.destroy();
    } finally {
      group.restore();
    }
  }

  private static JobSize jobSize(Isolation isolation, SweepPlan plan) {
    return switch (isolation) {
      case TOGETHER -> new JobSize(Math.toIntExact(plan.trialsPerTask()), plan.tasksPerJob());
      case SINGLY -> new JobSize(1, plan.withTrialsPerTask(1).tasksPerJob());
      case ALONE -> new JobSize(1, 1);
    };
  }

  /** Tasks that run at the same time. A cluster's executors come one by one, and may go. */
  private int slots() {
    int perTask = context.sc().conf().getInt("spark.task.cpus", 1);
    return Math.max(1, context.defaultParallelism() / perTask);
  }

  /** Those, or more where so many trials get more for the asking. */
  private int slots(long trials, double secondsPerTrial) {
    return DynamicAllocation.of(context.sc().conf())
        .slots(slots(), SweepPlan.deservedSlots(trials, secondsPerTrial));
  }

  private void run(
      Isolation isolation,
      String name,
      Tasks tasks,
      double secondsPerTrial,
      Broadcast<Work> work,
      Losses losses,
      AttemptJudge judge)
      throws InterruptedException {
    TaskLabel label = new TaskLabel();
    context.sc().register(label, TaskLabel.NAME);
    TrainTrials train =
        new TrainTrials(work, label, losses.name(), isolation.lossesAllowed, secondsPerTrial);
    // So that no slot is idle while the driver takes results in.
    IntSupplier mostLeft =
        () -> isolation == Isolation.ALONE ? 0 : TASKS_WAITING_PER_SLOT * slots();
    new Jobs(context, name, job -> description(isolation, name, job, tasks.trials()), mostLeft)
        .run(tasks.jobs(), train, attempt -> judge.take(isolation, attempt));
  }

  /** As the tasks' labels have it, but of all tasks of a job. */
  private static String span(List<long[]> job) {
    long[] last = job.get(job.size() - 1);
    return job.get(0)[0] + ".." + last[last.length - 1];
  }

  private static String description(Isolation isolation, String name, List<long[]> job, long all) {
    long trials = job.stream().mapToLong(task -> task.length).sum();
    String which = trials == all ? all + " trials" : "trials " + span(job) + " of " + all;
    String what = trials == 1 ? "trial " + job.get(0)[0] : which;
    return switch (isolation) {
      case TOGETHER -> name + ": " + what;
      case SINGLY -> name + ": " + what + " again, one per task";
      case ALONE -> name + ": " + what + " again, alone";
    };
  }
}
