package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bnsweep.store.RunInfo;
import org.bnsweep.submit.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The default experiment on YARN with two node managers, its folder on HDFS. */
@Tag("heavy")
@Timeout(900)
class YarnIT {
  @TempDir static Path temporary;

  private static YarnCluster cluster;
  private static SparkRuntime spark;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    spark = SparkRuntime.of("4.2.0", "2.13");
    cluster = new YarnCluster(temporary);
    spark = spark.withHadoop(cluster.settings());
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.stop();
    }
  }

  @Test
  void trainsTheSameInClientModeWithNativesWhereContainersMayWrite() throws Exception {
    Path natives = Files.createDirectory(temporary.resolve("natives"));

    Script run =
        submit(
            "client",
            List.of(
                "--conf",
                "spark.executor.extraJavaOptions=-Dorg.bytedeco.javacpp.cachedir=" + natives),
            "run",
            "--out",
            cluster.at("client"));

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.err()).doesNotContain("ERROR", "Exception", "executor loss reason");
    RunInfo info = ReferenceSweep.assertReached(cluster.at("client"));
    assertThat(info.master()).isEqualTo("yarn, 2 executors, 2 cores");
    try (Stream<Path> unpacked = Files.list(natives)) {
      assertThat(unpacked).isNotEmpty();
    }
  }

  @Test
  void anApplicationThatNeedsNoExecutorEndsWell() throws Exception {
    Script plan = submit("cluster", List.of(), "plan", "--slots", "1000");

    assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
  }

  @Test
  void aDriverWhoseApplicationMasterIsKilledGoesOnWhereItWas() throws Exception {
    String out = cluster.at("killed");
    CompletableFuture<Script> run = new CompletableFuture<>();
    Thread submission =
        new Thread(
            () -> {
              try {
                // By one executor, so that the first part of the ledger is far from the last.
                List<String> alone = List.of("--num-executors", "1");
                run.complete(
                    submit("cluster", alone, "run", "--out", out, "--trials-per-task", "1"));
              } catch (IOException | InterruptedException e) {
                run.completeExceptionally(e);
              }
            },
            "submission");
    submission.start();

    while (cluster.committed("killed") < 1) {
      assertThat(run).isNotDone();
      Thread.sleep(100);
    }
    cluster.killApplicationMaster();

    Script end = run.get();
    assertThat(end.exitCode()).as(end.out() + end.err()).isZero();
    assertThat(ReferenceSweep.assertReached(out).trials().reused()).isBetween(1L, 15L);
  }

  private static Script submit(String mode, List<String> more, String command, String... arguments)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("--master", "yarn", "--deploy-mode", mode));
    options.addAll(List.of("--num-executors", "2", "--files", ReferenceSweep.CONFIG));
    options.addAll(
        List.of(
            "--properties-file",
            ReferenceSweep.HOME.resolve("conf/spark-defaults.conf").toString()));
    options.addAll(List.of("--conf", "spark.yarn.jars=local:" + spark.home() + "/jars/*"));
    options.addAll(List.of("--conf", "spark.ui.enabled=false"));
    // Containers do not have this process's environment, and bits are compared with its own.
    Optional.ofNullable(System.getenv("OPENBLAS_CORETYPE"))
        .ifPresent(
            kernel -> {
              for (String key : List.of("spark.executorEnv", "spark.yarn.appMasterEnv")) {
                options.addAll(List.of("--conf", key + ".OPENBLAS_CORETYPE=" + kernel));
              }
            });
    options.addAll(more);
    List<String> words = new ArrayList<>();
    words.add(command);
    words.add(mode.equals("cluster") ? "weight-scale.yaml" : ReferenceSweep.CONFIG);
    words.addAll(List.of(arguments));
    return spark.submit(temporary, options, words);
  }
}
