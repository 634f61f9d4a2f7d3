package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Recorded;
import org.junit.jupiter.api.Test;

/** What a sweep on Spark delivers, and when. */
class SparkSweepTest extends WithLocalSpark {
  private static final Arithmetic ARITHMETIC = new Arithmetic("0a1b2c", "Haswell", "linux-x86_64");

  @Test
  void deliversEveryTrialOnceWithItsOwnCurves() throws InterruptedException {
    List<TrialResult> results = train(17, 3, WithLocalSpark::seedAsLoss);

    assertThat(results).extracting(r -> seed(r)).containsExactlyInAnyOrderElementsOf(upTo(17));
    assertThat(results).allSatisfy(r -> assertThat(loss(r)).isEqualTo((double) seed(r)));
    assertThat(results).allSatisfy(r -> assertThat(r.trial()).isEqualTo(trial(seed(r))));
    assertThat(RUNS.values()).allSatisfy(runs -> assertThat(runs).hasValue(1));
  }

  @Test
  void aSlowSinkHoldsTheTasksBack() throws InterruptedException {
    AtomicInteger begunMeanwhile = new AtomicInteger();
    AtomicInteger mostWaiting = new AtomicInteger();
    AtomicInteger delivered = new AtomicInteger();
    new SparkSweep(
            context,
            (dataset, epochs, h) -> {
              count(h.seed());
              return Fakes.curves(0);
            })
        .train(
            Fakes.sweep("fast", 100_000),
            tasksOf(1000),
            result -> {
              mostWaiting.accumulateAndGet(RUNS.size() - delivered.incrementAndGet(), Math::max);
              if (delivered.get() == 1) {
                awaitTasksSoFar();
                begunMeanwhile.set(RUNS.size());
              }
            });

    assertThat(delivered).hasValue(100_000);
    // Two jobs of eight tasks of a thousand, of which the last may still have run.
    assertThat(begunMeanwhile.get()).isBetween(15_000, 16_000);
    assertThat(mostWaiting.get()).isLessThanOrEqualTo(16_000);
  }

  /** Spark starts the task of a later job when it has no more of earlier ones to start. */
  private static void awaitTasksSoFar() {
    assertThat(context.parallelize(List.of(1), 1).count()).isEqualTo(1);
  }

  @Test
  void startsNoJobForNoTrials() throws InterruptedException {
    assertThat(train(0, 1, WithLocalSpark::seedAsLoss)).isEmpty();
  }

  @Test
  void deliversAResultWhileOthersTrain() throws InterruptedException {
    gate = new CountDownLatch(1);
    List<Long> order = new ArrayList<>();
    new SparkSweep(
            context,
            (dataset, epochs, h) -> {
              if (h.seed() == 0) {
                await(gate);
              }
              return Fakes.curves(0);
            })
        .train(
            Fakes.sweep("live", 4),
            tasksOf(1),
            result -> {
              order.add(seed(result));
              if (order.size() == 3) {
                gate.countDown();
              }
            });

    assertThat(order).hasSize(4).last().isEqualTo(0L);
  }

  @Test
  void trialsThatDoNothingTakeLessThanTwoMillisecondsEach() throws InterruptedException {
    // Processor time: the machine may be busy with others.
    Duration before = processorTime();
    List<TrialResult> results = train(2000, 50, WithLocalSpark::seedAsLoss);
    Duration taken = processorTime().minus(before);

    assertThat(results).extracting(r -> seed(r)).doesNotHaveDuplicates().hasSize(2000);
    assertThat(taken).isLessThan(Duration.ofSeconds(4));
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  @Test
  void deliversTheActivationsWithTheCurves() throws InterruptedException {
    LayerActivations layer =
        new LayerActivations(
            Network.NORMALIZED, 1, 0, 0.5, 0.25, 0, Histogram.of(new int[] {130}, new int[] {9}));

    List<TrialResult> results =
        train(
            2,
            1,
            (dataset, epochs, h) ->
                new PairResult(Fakes.curves(1).curves(), Recorded.of(List.of(layer)), ARITHMETIC));

    assertThat(results)
        .extracting(TrialResult::outcome)
        .containsOnly(
            new Trained(Fakes.curves(1).curves(), Recorded.of(List.of(layer)), ARITHMETIC));
  }
}
