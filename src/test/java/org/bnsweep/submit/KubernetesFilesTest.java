package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code submit/kubernetes} repeats, since nothing there can refer to where it stands. */
class KubernetesFilesTest {
  private static JsonNode yaml(String name) throws IOException {
    return new YAMLMapper().readTree(Path.of("submit/kubernetes", name).toFile());
  }

  @Test
  void theOperatorsApplicationHasTheSettingsOfEveryMaster() throws IOException {
    Properties defaults = new Properties();
    try (InputStream in = Files.newInputStream(Path.of("conf/spark-defaults.conf"))) {
      defaults.load(in);
    }
    JsonNode spec = yaml("spark-application.yaml").path("spec");
    Map<String, String> settings = new TreeMap<>();
    for (var setting : spec.path("sparkConf").properties()) {
      settings.put(setting.getKey(), setting.getValue().asText());
    }
    // What the operator has words of its own for.
    for (String part : new String[] {"driver", "executor"}) {
      JsonNode pod = spec.path(part);
      settings.put("spark." + part + ".memory", pod.path("memory").asText());
      settings.put("spark." + part + ".memoryOverhead", pod.path("memoryOverhead").asText());
    }
    settings.put("spark.executorEnv.OMP_NUM_THREADS", threads(spec.path("executor")));
    settings.put("spark.kubernetes.driverEnv.OMP_NUM_THREADS", threads(spec.path("driver")));
    defaults.keySet().removeIf(key -> ((String) key).startsWith("spark.yarn."));

    defaults.forEach(
        (key, value) -> assertThat(settings).containsEntry((String) key, (String) value));
  }

  private static String threads(JsonNode pod) {
    JsonNode first = pod.at("/env/0");
    return first.path("name").asText().equals("OMP_NUM_THREADS")
        ? first.path("value").asText()
        : "";
  }

  @Test
  void imageAndNativesAreTheSameWhereverTheyAreNamed() throws IOException {
    String documentation = Files.readString(Path.of("docs/kubernetes.md"));
    String dockerfile = Files.readString(Path.of("submit/docker/Dockerfile"));
    JsonNode spec = yaml("spark-application.yaml").path("spec");

    String image = spec.path("image").asText();
    assertThat(documentation).contains("container.image=" + image + " ");
    assertThat(dockerfile).contains("-t " + image + " ");
    String natives = spec.at("/sparkConf/spark.driver.defaultJavaOptions").asText();
    assertThat(spec.at("/sparkConf/spark.executor.defaultJavaOptions").asText()).isEqualTo(natives);
    assertThat(documentation)
        .contains("spark.driver.defaultJavaOptions=" + natives + " ")
        .contains("spark.executor.defaultJavaOptions=" + natives + " ");
    assertThat(dockerfile).contains("java " + natives + " ");
  }

  @Test
  void theDockerfileNamesFilesThatThereAre() throws IOException {
    String dockerfile = Files.readString(Path.of("submit/docker/Dockerfile"));

    assertThat(Pattern.compile("(?:submit|docs)/[\\w./-]*\\w").matcher(dockerfile).results())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Path.of(file.group())).exists());
  }

  @Test
  void sparkIsTheOneThatTheBuildAssembles() throws IOException {
    String version = yaml("spark-application.yaml").at("/spec/sparkVersion").asText();

    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<spark.version>" + version + "</spark.version>");
    assertThat(Files.readString(Path.of("submit/docker/Dockerfile")))
        .contains("FROM apache/spark:" + version + "-scala2.13-");
  }
}
