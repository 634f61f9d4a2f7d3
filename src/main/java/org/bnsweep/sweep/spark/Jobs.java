package org.bnsweep.sweep.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.concurrent.ExecutionContext$;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Spark jobs whose attempts are handed to the calling thread as their tasks end.
 *
 * <p>Spark calls back on the scheduler's event thread, once per task even if it was retried or run
 * twice by speculation; the callback only enqueues. Nothing would keep a hundred thousand results
 * from waiting in that queue when tasks end faster than the sink takes them, so the tasks go out in
 * jobs of bounded size, each when few enough tasks are left of those before: cores stay busy, and
 * the driver holds no more than two jobs' worth of results.
 */
final class Jobs {
  private static final long CANCEL_SECONDS = 5;

  private final JavaSparkContext context;
  private final String group;
  private final Description description;
  private final IntSupplier mostLeft;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<FutureAction<BoxedUnit>> running = new ArrayList<>();
  private long left;

  private sealed interface Event {}

  private record TaskEnded(List<Attempt> attempts) implements Event {}

  private record JobEnded(FutureAction<BoxedUnit> job) implements Event {}

  private record JobFailed(Throwable cause) implements Event {}

  /** What the UI says of a job with these tasks. */
  @FunctionalInterface
  interface Description {
    String of(List<long[]> tasks);
  }

  /**
   * No job yet.
   *
   * @param mostLeft a job is submitted when at most so many tasks of earlier ones have not ended;
   *     asked each time
   */
  Jobs(JavaSparkContext context, String group, Description description, IntSupplier mostLeft) {
    this.context = context;
    this.group = group;
    this.description = description;
    this.mostLeft = mostLeft;
  }

  /**
   * Runs the jobs and gives every attempt to {@code sink} on the calling thread.
   *
   * @param jobs the tasks of each, a task as the indices of its trials
   * @throws InterruptedException if the calling thread is interrupted; the jobs are cancelled and
   *     what had arrived by then was delivered
   * @throws SweepException if Spark gave a job up
   * @throws RuntimeException whatever {@code sink} throws; the jobs are cancelled
   */
  void run(Iterator<List<long[]>> jobs, TrainTrials train, Consumer<Attempt> sink)
      throws InterruptedException {
    try {
      while (jobs.hasNext() || !running.isEmpty()) {
        while (jobs.hasNext() && left <= mostLeft.getAsInt()) {
          submit(jobs.next(), train);
        }
        deliver(events.take(), sink);
      }
    } catch (InterruptedException e) {
      cancel();
      deliverUntilCancelled(sink);
      throw e;
    } finally {
      cancel();
    }
  }

  private void cancel() {
    running.forEach(FutureAction::cancel);
  }

  /** Delivers what tasks still send until the scheduler has let the jobs go. */
  private void deliverUntilCancelled(Consumer<Attempt> sink) throws InterruptedException {
    while (!running.isEmpty()) {
      Event event = events.poll(CANCEL_SECONDS, TimeUnit.SECONDS);
      if (event instanceof TaskEnded task) {
        task.attempts().forEach(sink);
      } else {
        // Of a job that ended or was cancelled; or none came in time.
        running.remove(running.size() - 1);
      }
    }
  }

  private void submit(List<long[]> tasks, TrainTrials train) {
    context.setJobGroup(group, description.of(tasks));
    RDD<long[]> rdd = context.parallelize(tasks, tasks.size()).rdd();
    List<Object> partitions = new ArrayList<>(IntStream.range(0, tasks.size()).boxed().toList());
    FutureAction<BoxedUnit> job =
        context
            .sc()
            .submitJob(
                rdd,
                train,
                CollectionConverters.asScala(partitions).toSeq(),
                (task, attempts) -> {
                  events.add(new TaskEnded(attempts));
                  return BoxedUnit.UNIT;
                },
                () -> BoxedUnit.UNIT);
    running.add(job);
    left += tasks.size();
    job.onComplete(
        end -> {
          events.add(end.isSuccess() ? new JobEnded(job) : new JobFailed(end.failed().get()));
          return BoxedUnit.UNIT;
        },
        ExecutionContext$.MODULE$.fromExecutor(Runnable::run));
  }

  private void deliver(Event event, Consumer<Attempt> sink) {
    if (event instanceof TaskEnded task) {
      left--;
      task.attempts().forEach(sink);
    } else if (event instanceof JobEnded ended) {
      running.remove(ended.job());
    } else if (event instanceof JobFailed failed) {
      throw new SweepException(
          "Spark ended the sweep: " + OneLine.of(failed.cause()), failed.cause());
    }
  }
}
