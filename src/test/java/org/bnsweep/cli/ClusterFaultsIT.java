package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.bnsweep.cli.Attempts.Attempt;
import org.bnsweep.cli.FaultyRunner.Fault;
import org.bnsweep.cli.run.SweepRunBuilder;
import org.bnsweep.config.ConfigReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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
@Timeout(300)
class ClusterFaultsIT {
  /** A trial whose first attempt goes on until its process is killed, and so does the run. */
  private static final int HELD = 4;

  private static final Map<Integer, Fault> HOLD = Map.of(HELD, Fault.BLOCKS_ONCE);

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
    intruder =
        CompletableFuture.supplyAsync(ClusterFaultsIT::intrude, ClusterFaultsIT::onOwnThread);
  }

  /** The common pool may have one thread, and the runs load their native libraries on it. */
  private static void onOwnThread(Runnable task) {
    Thread thread = new Thread(task, "disaster");
    thread.setDaemon(true);
    thread.start();
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
    if (cluster != null) {
      cluster.stop();
    }
  }

  @AfterEach
  void restoreCluster() throws IOException, InterruptedException {
    cluster.restore();
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
    int exitCode = run(HOLD, Map.of(), () -> kill(Set.of(awaitHeld().process())));

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
    assertThat(begun(HELD)).isEqualTo(2);
  }

  @Test
  void allExecutorsKilledAtOnceComeBackAndLoseNothing() throws Exception {
    int exitCode =
        run(
            HOLD,
            Map.of(),
            () -> {
              awaitHeld();
              kill(attempts().awaitProcesses(2));
            });

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
    assertThat(attempts().processes()).hasSizeGreaterThan(2);
  }

  @Test
  void aStoppedWorkerLosesNothing() throws Exception {
    int exitCode =
        run(HOLD, Map.of(), () -> cluster.stopWorker(cluster.workerOf(awaitHeld().process())));

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
    assertThat(begun(HELD)).isEqualTo(2);
  }

  @Test
  void aRunWithoutAnyExecutorWaitsUntilOneIsBack() throws Exception {
    Set<Long> processes = new TreeSet<>();
    int exitCode =
        run(
            HOLD,
            Map.of(),
            () -> {
              awaitHeld();
              processes.addAll(attempts().awaitProcesses(2));
              cluster.killBothWorkers();
              kill(processes);
              awaitNoExecutor();
              cluster.restartOne();
            });

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
    assertThat(attempts().processes()).containsAll(processes).hasSize(3);
  }

  @Test
  void aStragglerIsOvertakenBySpeculationAndCountedOnce() throws Exception {
    int exitCode =
        run(
            HOLD,
            Map.of(
                "spark.speculation", "true",
                "spark.speculation.interval", "100ms",
                "spark.speculation.quantile", "0.5"),
            () -> {});

    assertThat(exitCode).isZero();
    ReferenceSweep.assertReached(folder());
    assertThat(begun(HELD)).isEqualTo(2);
  }

  @Test
  void aDriverWithAnotherSecretIsRefused() throws Exception {
    ProgramProcess refused = intruder.get();

    assertThat(refused.exitCode()).as(refused.err().toString()).isEqualTo(2);
    assertThat(refused.err())
        .last()
        .isEqualTo(
            "bnsweep: the Spark master at "
                + cluster.url()
                + " did not take this application within a minute; it must be Spark 4.2.0, and"
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
    CompletableFuture<Void> struck =
        CompletableFuture.runAsync(() -> strike(disaster), ClusterFaultsIT::onOwnThread);
    try {
      int exitCode =
          new SweepRunBuilder(
                  ConfigReader.read(ReferenceSweep.CONFIG, Configuration::new, List.of()), folder())
              .master(cluster.url())
              .trialsPerTask(1)
              .runner(new FaultyRunner(attempts().folder().toString(), byScale(faults)))
              .build()
              .call();
      struck.get();
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

  private Attempt awaitHeld() throws InterruptedException {
    return attempts().await(ReferenceSweep.scale(HELD));
  }

  /** Until the driver, which is in this process, has noticed that it is alone. */
  private static void awaitNoExecutor() throws InterruptedException {
    SparkContext driver = SparkContext.getOrCreate();
    while (driver.statusTracker().getExecutorInfos().length > 1) {
      Thread.sleep(20);
    }
  }

  /** SIGKILL for executors of this cluster. */
  private static void kill(Set<Long> processes) {
    processes.forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
  }
}
