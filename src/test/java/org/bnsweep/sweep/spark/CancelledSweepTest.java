package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.PairResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sweep that ends before all its trials are trained. */
class CancelledSweepTest extends WithLocalSpark {
  private static final Queue<Long> HELD_TOO_LONG = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void forgetWhatWasHeld() {
    HELD_TOO_LONG.clear();
  }

  @Test
  void anInterruptCancelsTheJobAndKeepsWhatWasDelivered() throws Exception {
    gate = new CountDownLatch(1);
    List<Long> delivered = new ArrayList<>();
    Thread caller = Thread.currentThread();
    SparkSweep sweep =
        new SparkSweep(
            context,
            (dataset, epochs, h) -> {
              count(h.seed());
              if (h.seed() > 0) {
                await(gate);
              }
              return Fakes.curves(0);
            });

    assertThatThrownBy(
            () ->
                sweep.train(
                    Fakes.sweep("cancelled", 100),
                    tasksOf(1),
                    result -> {
                      delivered.add(seed(result));
                      caller.interrupt();
                    }))
        .isInstanceOf(InterruptedException.class);
    gate.countDown();

    assertThat(delivered).containsExactly(0L);
    assertThat(train(4, 1, WithLocalSpark::seedAsLoss)).hasSize(4);
    assertThat(RUNS).hasSizeLessThan(20);
  }

  @Test
  void aSinkThatThrowsCancelsTheJob() throws InterruptedException {
    assertThatThrownBy(
            () ->
                new SparkSweep(context, CancelledSweepTest::heldUntilCancelled)
                    .train(
                        Fakes.sweep("full", 1000),
                        tasksOf(10),
                        result -> {
                          throw new IllegalStateException("disk full");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("disk full");

    assertThat(train(4, 1, WithLocalSpark::seedAsLoss)).hasSize(4);
    assertThat(HELD_TOO_LONG).isEmpty();
    // Those of the first task, and the first of each that ran until its job was cancelled: two of
    // the first job, and as many of the second.
    assertThat(RUNS).hasSizeBetween(10, 14);
  }

  /** The first task is done at once, every other one stays at its first trial until cancelled. */
  private static PairResult heldUntilCancelled(Dataset dataset, int epochs, Hyperparameters h) {
    count(h.seed());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (h.seed() >= 10 && !TaskContext.get().isInterrupted() && HELD_TOO_LONG.isEmpty()) {
      if (System.nanoTime() > end) {
        HELD_TOO_LONG.add(h.seed());
      }
      sleep(5);
    }
    return Fakes.curves(0);
  }
}
