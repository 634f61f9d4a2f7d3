package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.SweepPlan;
import org.bnsweep.sweep.TaskSizes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.Histogram;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.Network;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.Recorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SparkSweepTest {
  // Tasks of local[2] run in this process, so that tests and runners can meet here.
  private static final Map<Long, AtomicInteger> RUNS = new ConcurrentHashMap<>();
  private static final Arithmetic ARITHMETIC = new Arithmetic("0a1b2c", "Haswell", "linux-x86_64");
  private static final Queue<Long> HELD_TOO_LONG = new ConcurrentLinkedQueue<>();
  private static volatile CountDownLatch gate = new CountDownLatch(0);

  private static JavaSparkContext context;

  @BeforeAll
  static void startSpark() {
    context = SparkContexts.start(Optional.of("local[2]"), "SparkSweepTest");
  }

  @AfterAll
  static void stopSpark() {
    context.close();
  }

  @BeforeEach
  void forget() {
    RUNS.clear();
    HELD_TOO_LONG.clear();
    gate = new CountDownLatch(0);
  }

  @Test
  void deliversEveryTrialOnceWithItsOwnCurves() throws InterruptedException {
    List<TrialResult> results = train(17, 3, SparkSweepTest::seedAsLoss);

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
    assertThat(train(0, 1, SparkSweepTest::seedAsLoss)).isEmpty();
  }

  @Test
  void recordsATrialThatAlwaysThrowsAndFinishesTheRest() throws InterruptedException {
    List<TrialResult> results =
        train(
            8,
            4,
            (dataset, epochs, h) -> {
              if (h.seed() == 5) {
                throw new IllegalStateException("no luck\nat all");
              }
              return seedAsLoss(dataset, epochs, h);
            });

    assertThat(results).extracting(r -> seed(r)).containsExactlyInAnyOrderElementsOf(upTo(8));
    assertThat(results)
        .filteredOn(r -> r.outcome() instanceof Failed)
        .singleElement()
        .satisfies(r -> assertThat(seed(r)).isEqualTo(5))
        .extracting(TrialResult::outcome)
        .isEqualTo(new Failed("IllegalStateException: no luck at all"));
  }

  @Test
  void triesATrialThatThrewOnceMore() throws InterruptedException {
    List<TrialResult> results =
        train(
            4,
            2,
            (dataset, epochs, h) -> {
              int run = count(h.seed());
              if (h.seed() == 1 && run == 1) {
                throw new IllegalStateException("first time");
              }
              return Fakes.curves(run);
            });

    assertThat(results).extracting(r -> seed(r)).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
    assertThat(results).allSatisfy(r -> assertThat(loss(r)).isEqualTo(seed(r) == 1 ? 2.0 : 1.0));
  }

  @Test
  void anErrorIsAResultToo() throws InterruptedException {
    List<TrialResult> results =
        train(
            1,
            1,
            (dataset, epochs, h) -> {
              throw new OutOfMemoryError("Physical memory usage is too high");
            });

    assertThat(results)
        .extracting(TrialResult::outcome)
        .containsExactly(new Failed("OutOfMemoryError: Physical memory usage is too high"));
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
    assertThat(train(4, 1, SparkSweepTest::seedAsLoss)).hasSize(4);
    assertThat(RUNS).hasSizeLessThan(20);
  }

  @Test
  void aSinkThatThrowsCancelsTheJob() throws InterruptedException {
    assertThatThrownBy(
            () ->
                new SparkSweep(context, SparkSweepTest::heldUntilCancelled)
                    .train(
                        Fakes.sweep("full", 1000),
                        tasksOf(10),
                        result -> {
                          throw new IllegalStateException("disk full");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("disk full");

    assertThat(train(4, 1, SparkSweepTest::seedAsLoss)).hasSize(4);
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

  @Test
  void trialsThatDoNothingTakeLessThanTwoMillisecondsEach() throws InterruptedException {
    // Processor time: the machine may be busy with others.
    Duration before = processorTime();
    List<TrialResult> results = train(2000, 50, SparkSweepTest::seedAsLoss);
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

  private static TaskSizes tasksOf(int trials) {
    return (left, slots) -> SweepPlan.of(left, slots, 1, 2).withTrialsPerTask(trials);
  }

  private static List<TrialResult> train(int trials, int perTask, TrialRunner runner)
      throws InterruptedException {
    return train("test", trials, perTask, runner);
  }

  private static List<TrialResult> train(String name, int trials, int perTask, TrialRunner runner)
      throws InterruptedException {
    List<TrialResult> results = new ArrayList<>();
    new SparkSweep(context, runner)
        .train(Fakes.sweep(name, trials), tasksOf(perTask), results::add);
    return results;
  }

  private static PairResult seedAsLoss(Dataset dataset, int epochs, Hyperparameters h) {
    count(h.seed());
    return Fakes.curves((double) h.seed());
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs of this trial, this one included. */
  private static int count(long seed) {
    return RUNS.computeIfAbsent(seed, s -> new AtomicInteger()).incrementAndGet();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody opened the gate");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Trial trial(long seed) {
    return new Fakes.Seeds(Long.MAX_VALUE).get(seed);
  }

  private static long seed(TrialResult result) {
    return result.trial().hyperparameters().seed();
  }

  private static double loss(TrialResult result) {
    return ((Trained) result.outcome()).curves().normalized().points().get(0).trainLoss();
  }

  private static List<Long> upTo(int n) {
    return LongStream.range(0, n).boxed().toList();
  }
}
