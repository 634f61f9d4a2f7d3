package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.bnsweep.cli.Attempts.Attempt;
import org.bnsweep.cli.FaultyRunner.Fault;
import org.bnsweep.cli.StandaloneCluster.Worker;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.store.OnExisting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run survives, with a master, two workers and executors as real processes: after each fault
 * the default experiment has every trial once, every point equal to NumPy's.
 */
@Tag("cluster")
@Timeout(180)
class ClusterFaultsIT {
  @TempDir static Path intrudersFolder;

  private static StandaloneCluster cluster;
  private static CompletableFuture<ProgramProcess> intruder;

  @TempDir Path temporary;

  /** Some fault from outside, while the trials run. */
  private interface Disaster {
    void strike() throws Exception;
  }

  @BeforeAll
  static void startCluster() throws IOException, InterruptedException {
    cluster = new StandaloneCluster(2);
    intruder = CompletableFuture.supplyAsync(ClusterFaultsIT::intrude);
  }

  /** A driver with another secret; Spark lets it try for a minute, so it runs beside the tests. */
  private static ProgramProcess intrude() {
    try {
      return ProgramProcess.run(
          List.of(
              "-Dspark.authenticate=true",
              "-Dspark.authenticate.secret=guessed",
              "-Dspark.driver.host=127.0.0.1"),
          List.of(
              "run",
              ReferenceSweep.CONFIG,
              "--master",
              cluster.url(),
              "--out",
              intrudersFolder.resolve("run").toString()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void stopCluster() throws IOException, InterruptedException {
    cluster.stop();
  }

  private Attempts attempts() {
    return new Attempts(temporary.resolve("attempts"));
  }

  private String folder() {
    return temporary.resolve("run").toString();
  }

  @Test
  void twoWorkersGetTheNumbersOfOneProcess() throws Exception {
    assertThat(run(Map.of())).isZero();

    assertThat(ReferenceSweep.assertReached(folder()).trials().trained()).isEqualTo(16);
    assertThat(attempts().processes()).hasSize(2);
  }

  @Test
  void exceptionsAreRetriedOnceAndThenRecorded() throws Exception {
    assertThat(run(Map.of(2, Fault.THROWS_ONCE, 7, Fault.THROWS))).isEqualTo(1);

    assertThat(ReferenceSweep.failures(folder()))
        .isEqualTo(Map.of(7, "IllegalStateException: always"));
    assertThat(begun(2)).isEqualTo(2);
    assertThat(begun(7)).isEqualTo(2);

    assertThat(run(Map.of())).isZero();
    assertThat(ReferenceSweep.assertReached(folder()).trials().reused()).isEqualTo(15);
  }

  @Test
  void aTrialThatEndsItsProcessOnceIsTrainedAgain() throws Exception {
    assertThat(run(Map.of(3, Fault.HALTS_ONCE, 8, Fault.EXITS_WITH_0_ONCE))).isZero();

    ReferenceSweep.assertReached(folder());
    assertThat(begun(3)).isBetween(2L, 3L);
    assertThat(begun(8)).isBetween(2L, 3L);
  }

  @Test
  void aTrialThatAlwaysEndsItsProcessFailsAfterSevenAttemptsAndTheRestIsTrained() throws Exception {
    assertThat(run(Map.of(3, Fault.HALTS))).isEqualTo(1);

    assertThat(ReferenceSweep.failures(folder()))
        .isEqualTo(Map.of(3, "ended the process that trained it, alone, 3 times"));
    assertThat(begun(3)).isEqualTo(7);
  }

  @Test
  void anExecutorKilledMidTrialLosesNothing() throws Exception {
    Attempt[] lost = new Attempt[1];
    int exitCode =
        run(
            Map.of(),
            Map.of(),
            () -> {
              lost[0] = attempts().await(5);
              kill(Set.of(lost[0].process()));
            });

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
    assertThat(attempts().of(lost[0].scale())).isGreaterThan(1);
  }

  @Test
  void allExecutorsKilledAtOnceComeBackAndLoseNothing() throws Exception {
    int exitCode =
        run(
            Map.of(),
            Map.of(),
            () -> {
              attempts().await(5);
              kill(attempts().processes());
            });

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
    assertThat(attempts().processes()).hasSizeGreaterThan(2);
  }

  @Test
  void aStoppedWorkerLosesNothing() throws Exception {
    Worker[] stopped = new Worker[1];
    int exitCode =
        run(
            Map.of(),
            Map.of(),
            () -> {
              attempts().await(5);
              stopped[0] = cluster.stopWorker(1);
            });
    cluster.restart(stopped[0]);

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
  }

  @Test
  void aRunWithoutAnyExecutorWaitsUntilOneIsBack() throws Exception {
    List<Worker> stopped = new ArrayList<>();
    Set<Long> processes = new TreeSet<>();
    long[] begun = new long[2];
    int exitCode =
        run(
            Map.of(),
            Map.of(),
            () -> {
              attempts().await(5);
              stopped.addAll(cluster.killBothWorkers());
              processes.addAll(attempts().processes());
              kill(processes);
              Thread.sleep(500);
              begun[0] = attempts().all().size();
              Thread.sleep(2_000);
              begun[1] = attempts().all().size();
              cluster.restart(stopped.get(0));
            });
    cluster.restart(stopped.get(1));

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
    assertThat(begun[1]).isEqualTo(begun[0]).isLessThan(16);
    assertThat(attempts().processes()).containsAll(processes).hasSize(processes.size() + 1);
  }

  @Test
  void aStragglerIsOvertakenBySpeculationAndCountedOnce() throws Exception {
    Instant start = Instant.now();
    int exitCode =
        run(
            Map.of(0, Fault.STRAGGLES_ONCE),
            Map.of(
                "spark.speculation", "true",
                "spark.speculation.interval", "100ms",
                "spark.speculation.quantile", "0.5"),
            () -> {});

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
    assertThat(begun(0)).isEqualTo(2);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(40));
  }

  @Test
  void aDriverWithAnotherSecretIsRefused() {
    ProgramProcess refused = intruder.join();

    assertThat(refused.exitCode()).as(refused.err().toString()).isEqualTo(2);
    assertThat(refused.err())
        .last()
        .isEqualTo(
            "bnsweep: the Spark master at "
                + cluster.url()
                + " did not take this application within a minute; it must be Spark 4.1, and"
                + " spark.authenticate.secret the same on both sides");
  }

  private int run(Map<Integer, Fault> faults) throws Exception {
    return run(faults, Map.of(), () -> {});
  }

  /** The default experiment on the cluster, one trial per task; its exit code. */
  private int run(Map<Integer, Fault> faults, Map<String, String> settings, Disaster disaster)
      throws Exception {
    Map<String, String> all = new TreeMap<>(cluster.settings());
    all.putAll(settings);
    all.forEach(System::setProperty);
    Files.createDirectories(attempts().folder());
    CompletableFuture<Void> struck = CompletableFuture.runAsync(() -> strike(disaster));
    PrintWriter out = new PrintWriter(new StringWriter());
    try {
      int exitCode =
          new SweepRun(
                  ConfigReader.read(ReferenceSweep.CONFIG, List.of()),
                  folder(),
                  OnExisting.RESUME,
                  Optional.of(cluster.url()),
                  Optional.of(1),
                  new FaultyRunner(attempts().folder().toString(), byScale(faults)),
                  new Serving(Optional.empty(), Serving.AtTheEnd.STOP, out),
                  out,
                  out)
              .call();
      struck.join();
      return exitCode;
    } finally {
      all.keySet().forEach(System::clearProperty);
    }
  }

  private static void strike(Disaster disaster) {
    try {
      disaster.strike();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<Double, Fault> byScale(Map<Integer, Fault> faults) {
    return faults.entrySet().stream()
        .collect(Collectors.toMap(e -> ReferenceSweep.scale(e.getKey()), Map.Entry::getValue));
  }

  private long begun(int trial) {
    return attempts().of(ReferenceSweep.scale(trial));
  }

  /** SIGKILL for executors of this cluster. */
  private static void kill(Set<Long> processes) {
    processes.forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
  }
}
