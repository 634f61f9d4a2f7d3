package org.bnsweep.sweep.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.SweepPlan;
import org.bnsweep.sweep.TaskSizes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.sweep.TrialRunner;
import org.bnsweep.train.PairResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Sweeps on a Spark in this process, whose trials need no training. */
@Timeout(120)
abstract class WithLocalSpark {
  // Tasks of local[2] run in this process, so that tests and runners can meet here.
  static final Map<Long, AtomicInteger> RUNS = new ConcurrentHashMap<>();
  static volatile CountDownLatch gate = new CountDownLatch(0);

  static JavaSparkContext context;

  @BeforeAll
  static void startSpark() {
    context = SparkContexts.start(Optional.of("local[2]"), "sweeps", 1);
  }

  @AfterAll
  static void stopSpark() {
    context.close();
  }

  @BeforeEach
  void forget() {
    RUNS.clear();
    gate = new CountDownLatch(0);
  }

  static TaskSizes tasksOf(int trials) {
    return (left, slots) -> SweepPlan.of(left, slots, 1, 2).withTrialsPerTask(trials);
  }

  static List<TrialResult> train(int trials, int perTask, TrialRunner runner)
      throws InterruptedException {
    List<TrialResult> results = new ArrayList<>();
    new SparkSweep(context, runner)
        .train(Fakes.sweep("test", trials), tasksOf(perTask), results::add);
    return results;
  }

  static PairResult seedAsLoss(Dataset dataset, int epochs, Hyperparameters h) {
    count(h.seed());
    return Fakes.curves((double) h.seed());
  }

  /** Runs of this trial, this one included. */
  static int count(long seed) {
    return RUNS.computeIfAbsent(seed, s -> new AtomicInteger()).incrementAndGet();
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody opened the gate");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Trial trial(long seed) {
    return new Fakes.Seeds(Long.MAX_VALUE).get(seed);
  }

  static long seed(TrialResult result) {
    return result.trial().hyperparameters().seed();
  }

  static double loss(TrialResult result) {
    return ((Trained) result.outcome()).curves().normalized().points().get(0).trainLoss();
  }

  static List<Long> upTo(int n) {
    return LongStream.range(0, n).boxed().toList();
  }
}
