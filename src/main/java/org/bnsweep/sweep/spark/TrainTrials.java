package org.bnsweep.sweep.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.PairResult;
import org.bnsweep.watch.Step;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** The task: turns the indices of its partition into attempts, in order. */
final class TrainTrials extends AbstractFunction1<Iterator<long[]>, List<Attempt>>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<Work> work;
  private final TaskLabel label;
  private final String losses;
  private final int lossesAllowed;
  private final double expectedSeconds;

  /**
   * The task of a round.
   *
   * @param losses the name of the driver's {@link Losses}
   * @param lossesAllowed executors that may be lost with it
   * @param expectedSeconds about what a trial takes
   */
  TrainTrials(
      Broadcast<Work> work,
      TaskLabel label,
      String losses,
      int lossesAllowed,
      double expectedSeconds) {
    this.work = work;
    this.label = label;
    this.losses = losses;
    this.lossesAllowed = lossesAllowed;
    this.expectedSeconds = expectedSeconds;
  }

  @Override
  public List<Attempt> apply(Iterator<long[]> partition) {
    TaskContext task = TaskContext.get();
    List<Attempt> attempts = new ArrayList<>();
    boolean givesUp = givesUp(task);
    while (partition.hasNext()) {
      long[] indices = partition.next();
      label.add(TaskLabel.of(indices));
      for (long index : indices) {
        attempts.add(
            givesUp ? new Attempt(index, new Attempt.Lost(lossesAllowed), 0) : train(index, task));
      }
    }
    return attempts;
  }

  /** The driver is asked only if there were enough attempts for so many losses. */
  private boolean givesUp(TaskContext task) {
    return task.attemptNumber() >= lossesAllowed
        && LossesEndpoint.ask(losses, task) >= lossesAllowed;
  }

  @SuppressWarnings("CatchingUnchecked")
  private Attempt train(long index, TaskContext task) {
    if (task.isInterrupted()) {
      throw new TaskKilledException();
    }
    Work shared = work.value();
    long start = System.nanoTime();
    Attempt.End end;
    Step step = TrialWatch.ofThisProcess().begin(index, expectedSeconds);
    try {
      Trial trial = shared.trials().get(index);
      PairResult result =
          shared.runner().run(shared.dataset(), shared.epochs(), trial.hyperparameters());
      end =
          new Attempt.Finished(
              new Trained(result.curves(), result.recorded(), result.arithmetic()));
    } catch (Throwable e) {
      // Errors too: JavaCPP reports its memory bound, and a host its missing library, as one.
      if (task.isInterrupted()) {
        throw new TaskKilledException();
      }
      end = new Attempt.Threw(OneLine.of(e));
    } finally {
      step.close();
    }
    return new Attempt(index, end, (System.nanoTime() - start) / 1e9);
  }
}
