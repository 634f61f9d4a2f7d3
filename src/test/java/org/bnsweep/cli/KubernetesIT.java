package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bnsweep.submit.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the command in docs/kubernetes.md asks of an API server. */
@Tag("heavy")
@Timeout(600)
class KubernetesIT {
  @TempDir Path folder;

  private FakeKubernetes kubernetes;
  private SparkRuntime spark;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    kubernetes = new FakeKubernetes();
    spark = SparkRuntime.of("4.2.0", "2.13");
  }

  @AfterEach
  void stop() {
    kubernetes.close();
  }

  /** The words after {@code spark-submit} in the documentation. */
  private static List<String> documented() throws IOException {
    String text = Files.readString(ReferenceSweep.HOME.resolve("docs/kubernetes.md"));
    String command = text.split("bin/spark-submit ", 2)[1].split("```", 2)[0];
    return List.of(command.replace("\\\n", " ").strip().split("\\s+"));
  }

  /**
   * Those with the fake's address, and here instead of on the cluster if {@code mode} is client.
   */
  private List<String> options(String mode) throws IOException {
    List<String> words = new ArrayList<>(documented());
    words.set(words.indexOf("--master") + 1, kubernetes.master());
    words.set(words.indexOf("--deploy-mode") + 1, mode);
    return new ArrayList<>(words.subList(0, words.indexOf("local:///opt/bnsweep/bnsweep.jar")));
  }

  @Test
  void theDriversPodHasImageEnvironmentMemoryAndMountsOfTheDocumentation() throws Exception {
    List<String> words = options("cluster");
    words.addAll(List.of("--conf", "spark.kubernetes.submission.waitAppCompletion=false"));
    words.addAll(documented().subList(options("cluster").size(), documented().size()));

    Script submission = spark.sparkSubmit(ReferenceSweep.HOME, words);

    assertThat(submission.exitCode()).as(submission.err()).isZero();
    assertThat(submission.err()).isEmpty();
    assertThat(kubernetes.pods("driver")).hasSize(1);
    JsonNode pod = kubernetes.pods("driver").get(0);
    JsonNode container = pod.at("/spec/containers/0");
    assertThat(container.path("image").asText()).isEqualTo("registry.example/bnsweep:0.1.0");
    assertThat(texts(container.path("args")))
        .endsWith(
            "org.bnsweep.cli.Main",
            "local:///opt/bnsweep/bnsweep.jar",
            "run",
            "/opt/bnsweep/conf/weight-scale.yaml",
            "--out",
            "/runs/weight-scale");
    assertThat(environment(container))
        .containsEntry("OMP_NUM_THREADS", "1")
        .containsEntry("HADOOP_CONF_DIR", "/etc/bnsweep/hadoop");
    assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("2048Mi");
    assertThat(mounts(container))
        .containsEntry("bnsweep-hadoop-volume", "/etc/bnsweep/hadoop")
        .containsEntry("runs", "/runs");
    assertThat(container.at("/securityContext/allowPrivilegeEscalation").asText())
        .isEqualTo("false");
    assertThat(pod.at("/spec/serviceAccountName").asText()).isEqualTo("spark");
    assertThat(pod.at("/spec/securityContext/runAsUser").asInt()).isEqualTo(185);
    assertThat(pod.at("/metadata/annotations/prometheus.io~1scrape").asText()).isEqualTo("true");
  }

  @Test
  void theExecutorsPodsHaveTheSameImageTheirMemoryAndNoSecret() throws Exception {
    List<String> words = options("client");
    words.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    words.addAll(List.of("--conf", "spark.ui.enabled=false"));
    // The driver is here, where the image's folder is not.
    words.addAll(List.of("--conf", "spark.driver.defaultJavaOptions="));
    words.add(ReferenceSweep.HOME.resolve("target/bnsweep.jar").toString());
    words.addAll(List.of("run", ReferenceSweep.CONFIG, "--out", folder.resolve("run").toString()));

    Process driver = spark.startSparkSubmit(ReferenceSweep.HOME, words, folder.resolve("err"));
    try {
      while (kubernetes.pods("executor").size() < 4) {
        assertThat(driver.isAlive()).as(Files.readString(folder.resolve("err"))).isTrue();
        Thread.sleep(100);
      }
    } finally {
      driver.destroyForcibly().waitFor();
    }

    assertThat(kubernetes.pods("executor"))
        .hasSize(4)
        .allSatisfy(
            pod -> {
              JsonNode container = pod.at("/spec/containers/0");
              assertThat(container.path("image").asText())
                  .isEqualTo("registry.example/bnsweep:0.1.0");
              assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("2048Mi");
              assertThat(environment(container))
                  .containsEntry("OMP_NUM_THREADS", "1")
                  .containsEntry("SPARK_EXECUTOR_CORES", "4")
                  .containsValue("-Dorg.bytedeco.javacpp.cachedir=/opt/bnsweep/natives")
                  .containsValue("-Dorg.bytedeco.javacpp.maxphysicalbytes=2g");
              assertThat(mounts(container)).doesNotContainValue("/etc/bnsweep/hadoop");
              assertThat(pod.at("/spec/securityContext/runAsNonRoot").asBoolean()).isTrue();
            });
  }

  private static Map<String, String> environment(JsonNode container) {
    return pairs(container.path("env"), "name", "value");
  }

  private static Map<String, String> mounts(JsonNode container) {
    return pairs(container.path("volumeMounts"), "name", "mountPath");
  }

  private static Map<String, String> pairs(JsonNode list, String key, String value) {
    Map<String, String> pairs = new TreeMap<>();
    list.forEach(pair -> pairs.put(pair.path(key).asText(), pair.path(value).asText()));
    return pairs;
  }

  private static List<String> texts(JsonNode list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
        .map(i -> list.get(i).asText())
        .toList();
  }
}
