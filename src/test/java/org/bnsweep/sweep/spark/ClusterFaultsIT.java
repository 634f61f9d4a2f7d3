package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Outcome;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.sweep.spark.FaultyRunner.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep survives, with a master, two workers and executors as real processes. */
@Tag("cluster")
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterFaultsIT {
  private static StandaloneCluster cluster;

  @TempDir Path folder;
  private JavaSparkContext context;

  @BeforeAll
  static void startCluster() throws IOException, InterruptedException {
    cluster = new StandaloneCluster(2);
  }

  @AfterAll
  static void stopCluster() throws IOException, InterruptedException {
    cluster.stop();
  }

  @AfterEach
  void disconnect() {
    if (context != null) {
      context.close();
    }
  }

  @Test
  void exceptionsAreRetriedOnceAndThenRecorded() throws Exception {
    context = cluster.connect(Map.of());
    Map<Long, Outcome> outcomes = train(12, 3, Map.of(2L, Fault.THROWS_ONCE, 7L, Fault.THROWS));

    assertThat(failures(outcomes)).isEqualTo(Map.of(7L, "IllegalStateException: always"));
    assertThat(attempts(2)).hasSize(2);
    assertThat(attempts(7)).hasSize(2);
  }

  @Test
  void aTrialThatEndsItsProcessOnceIsTrainedAgain() throws Exception {
    context = cluster.connect(Map.of());
    Map<Long, Outcome> outcomes =
        train(12, 2, Map.of(3L, Fault.HALTS_ONCE, 8L, Fault.EXITS_WITH_0_ONCE));

    assertThat(failures(outcomes)).isEmpty();
    assertThat(attempts(3)).hasSizeBetween(2, 3);
  }

  @Test
  void aTrialThatAlwaysEndsItsProcessFailsAfterSevenAttemptsAndTheRestIsTrained() throws Exception {
    context = cluster.connect(Map.of());
    Map<Long, Outcome> outcomes = train(10, 2, Map.of(3L, Fault.HALTS));

    assertThat(failures(outcomes))
        .isEqualTo(Map.of(3L, "ended the process that trained it, alone, 3 times"));
    assertThat(attempts(3)).hasSize(7);
  }

  @Test
  void anExecutorKilledMidTrialLosesNothing() throws Exception {
    context = cluster.connect(Map.of());
    Map<Long, Outcome> outcomes = train(16, 1, Map.of(), after(4, () -> kill(Set.of(busiest()))));

    assertThat(failures(outcomes)).isEmpty();
    assertThat(allAttempts()).hasSizeGreaterThan(16);
  }

  @Test
  void allExecutorsKilledAtOnceComeBackAndLoseNothing() throws Exception {
    context = cluster.connect(Map.of());
    Set<Long> killed = new TreeSet<>();
    Map<Long, Outcome> outcomes =
        train(
            16,
            1,
            Map.of(),
            after(
                4,
                () -> {
                  killed.addAll(processes());
                  kill(killed);
                }));

    assertThat(failures(outcomes)).isEmpty();
    assertThat(killed).hasSize(2);
    assertThat(processes()).hasSizeGreaterThan(2);
  }

  @Test
  void aStragglerIsOvertakenBySpeculationAndCountedOnce() throws Exception {
    context =
        cluster.connect(
            Map.of(
                "spark.speculation", "true",
                "spark.speculation.interval", "100ms",
                "spark.speculation.quantile", "0.5"));
    long start = System.nanoTime();
    Map<Long, Outcome> outcomes = train(10, 1, Map.of(0L, Fault.STRAGGLES_ONCE));

    assertThat(failures(outcomes)).isEmpty();
    assertThat(attempts(0)).hasSize(2);
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(20);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aStoppedWorkerLosesNothing() throws Exception {
    context = cluster.connect(Map.of());
    long worker = cluster.worker(1);
    Map<Long, Outcome> outcomes =
        train(16, 1, Map.of(), after(3, () -> ProcessHandle.of(worker).orElseThrow().destroy()));

    assertThat(failures(outcomes)).isEmpty();
    assertThat(ProcessHandle.of(worker).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  private Map<Long, Outcome> train(int size, int perTask, Map<Long, Fault> faults)
      throws InterruptedException {
    return train(size, perTask, faults, results -> {});
  }

  /** Trains trials 0 to {@code size - 1} and checks that each has one result, its own. */
  private Map<Long, Outcome> train(
      int size, int perTask, Map<Long, Fault> faults, Consumer<Integer> afterResult)
      throws InterruptedException {
    Map<Long, Outcome> outcomes = new HashMap<>();
    List<Long> order = new ArrayList<>();
    new SparkSweep(context, new FaultyRunner(folder.toString(), 300, faults))
        .train(
            Fakes.sweep("faults", size),
            LongStream.range(0, size).toArray(),
            perTask,
            result -> {
              long seed = seed(result);
              order.add(seed);
              outcomes.put(seed, result.outcome());
              afterResult.accept(order.size());
            });
    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, size).boxed().toList());
    outcomes.forEach(
        (seed, outcome) -> {
          if (outcome instanceof Trained trained) {
            assertThat(trained.curves()).isEqualTo(Fakes.curves((double) seed).curves());
          }
        });
    return outcomes;
  }

  private static Consumer<Integer> after(int count, Runnable fault) {
    return results -> {
      if (results == count) {
        fault.run();
      }
    };
  }

  private static Map<Long, String> failures(Map<Long, Outcome> outcomes) {
    return outcomes.entrySet().stream()
        .filter(e -> e.getValue() instanceof Failed)
        .collect(Collectors.toMap(Map.Entry::getKey, e -> ((Failed) e.getValue()).message()));
  }

  /** SIGKILL for executors of this cluster. */
  private static void kill(Set<Long> processes) {
    processes.forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
  }

  /** Executors that have begun a trial. */
  private Set<Long> processes() {
    return allAttempts().stream()
        .map(ClusterFaultsIT::process)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The executor that began a trial last, and so is in the middle of it. */
  private long busiest() {
    return process(
        allAttempts().stream()
            .max(Comparator.comparing(attempt -> attempt.toFile().lastModified()))
            .orElseThrow());
  }

  private static long process(Path attempt) {
    return Long.parseLong(attempt.getFileName().toString().split("-", 2)[0]);
  }

  private List<Path> allAttempts() {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> attempts(long seed) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(Long.toString(seed)))) {
      return files.toList();
    }
  }

  private static long seed(TrialResult result) {
    return result.trial().hyperparameters().seed();
  }
}
