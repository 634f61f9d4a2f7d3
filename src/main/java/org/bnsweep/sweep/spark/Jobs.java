package org.bnsweep.sweep.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.concurrent.ExecutionContext$;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * One Spark job whose attempts are handed to the calling thread as their tasks end.
 *
 * <p>Spark calls back on the scheduler's event thread, once per task even if it was retried or run
 * twice by speculation; the callback only enqueues.
 */
final class Job {
  private static final long CANCEL_SECONDS = 5;

  private final JavaSparkContext context;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  private sealed interface Event {}

  private record TaskEnded(List<Attempt> attempts) implements Event {}

  private record JobEnded() implements Event {}

  private record JobFailed(Throwable cause) implements Event {}

  Job(JavaSparkContext context) {
    this.context = context;
  }

  /**
   * Runs the job and gives every attempt to {@code sink} on the calling thread.
   *
   * @param tasks indices of the trials of each task
   * @throws InterruptedException if the calling thread is interrupted; the job is cancelled and
   *     what had arrived by then was delivered
   * @throws SweepException if Spark gave the job up
   * @throws RuntimeException whatever {@code sink} throws; the job is cancelled
   */
  void run(List<long[]> tasks, TrainTrials train, Consumer<Attempt> sink)
      throws InterruptedException {
    FutureAction<BoxedUnit> future = submit(tasks, train);
    boolean ended = false;
    try {
      while (!ended) {
        ended = deliver(events.take(), sink);
      }
    } catch (InterruptedException e) {
      future.cancel();
      ended = true;
      deliverUntilCancelled(sink);
      throw e;
    } finally {
      if (!ended) {
        future.cancel();
      }
    }
  }

  /** Delivers what tasks still send until the scheduler has let the job go. */
  private void deliverUntilCancelled(Consumer<Attempt> sink) throws InterruptedException {
    Event event = events.poll(CANCEL_SECONDS, TimeUnit.SECONDS);
    while (event instanceof TaskEnded task) {
      task.attempts().forEach(sink);
      event = events.poll(CANCEL_SECONDS, TimeUnit.SECONDS);
    }
  }

  private FutureAction<BoxedUnit> submit(List<long[]> tasks, TrainTrials train) {
    RDD<long[]> rdd = context.parallelize(tasks, tasks.size()).rdd();
    List<Object> partitions = new ArrayList<>(IntStream.range(0, tasks.size()).boxed().toList());
    FutureAction<BoxedUnit> future =
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
    future.onComplete(
        end -> {
          events.add(end.isSuccess() ? new JobEnded() : new JobFailed(end.failed().get()));
          return BoxedUnit.UNIT;
        },
        ExecutionContext$.MODULE$.fromExecutor(Runnable::run));
    return future;
  }

  /** Whether this was the job's last event. */
  private static boolean deliver(Event event, Consumer<Attempt> sink) {
    if (event instanceof TaskEnded task) {
      task.attempts().forEach(sink);
      return false;
    }
    if (event instanceof JobFailed failed) {
      throw new SweepException(
          "Spark ended the sweep: " + OneLine.of(failed.cause()), failed.cause());
    }
    return true;
  }

  /** {@code indices} in slices of {@code perTask}, in order. */
  static List<long[]> slices(long[] indices, int perTask) {
    List<long[]> tasks = new ArrayList<>();
    for (int from = 0; from < indices.length; from += perTask) {
      tasks.add(
          Arrays.copyOfRange(indices, from, Math.min(indices.length - perTask, from) + perTask));
    }
    return tasks;
  }
}
