package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.CONFIGURATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.trial.ArithmeticUse;
import org.bnsweep.store.trial.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path temporary;

  @Test
  void writesTheManifest() throws IOException {
    RunInfo info =
        new RunInfo(
            "demo",
            MAPPER.readTree("{\"epochs\": 20, \"data\": {\"source\": \"embedded\"}}"),
            Map.of("java", "17.0.9", "bnsweep", "0.1.0"),
            new Provenance("abc", "1", 1000, 20),
            Instant.parse("2026-01-02T03:04:05Z"),
            Instant.parse("2026-01-02T03:04:11.500Z"),
            new TrialCounts(16, 4, 11, 2, 1),
            "f00d",
            "b175",
            List.of(
                new ArithmeticUse(new Arithmetic("0a1b", "SkylakeX", "linux-x86_64"), 12),
                new ArithmeticUse(Arithmetic.UNKNOWN, 3)),
            "standalone, 2 executors, 4 cores",
            new ClassCounts(List.of(600, 400), List.of(0, 10)),
            Lineage.NONE);
    RunFiles files = RunFiles.at(temporary.toString(), CONFIGURATION);

    RunJson.write(files, info);

    assertThat(MAPPER.readTree(temporary.resolve("run.json").toFile()))
        .isEqualTo(
            MAPPER.readTree(
                """
                {
                  "format": 1,
                  "name": "demo",
                  "settings": {"epochs": 20, "data": {"source": "embedded"}},
                  "versions": {"bnsweep": "0.1.0", "java": "17.0.9"},
                  "data_checksum": "abc",
                  "numerics_version": "1",
                  "train_size": 1000,
                  "epochs": 20,
                  "started": "2026-01-02T03:04:05Z",
                  "finished": "2026-01-02T03:04:11.500Z",
                  "seconds": 6.5,
                  "master": "standalone, 2 executors, 4 cores",
                  "class_counts": {"train": [600, 400], "test": [0, 10]},
                  "trials": {"planned": 16, "reused": 4, "trained": 11, "diverged": 2, "failed": 1},
                  "fingerprint": "f00d",
                  "bits": "b175",
                  "arithmetics": [
                    {"arithmetic": "0a1b", "kernel": "SkylakeX", "platform": "linux-x86_64", "trials": 12},
                    {"arithmetic": "unknown", "kernel": "unknown", "platform": "unknown", "trials": 3}
                  ]
                }
                """));
    assertThat(Files.readString(temporary.resolve("run.json"))).endsWith("}\n");
    assertThat(RunJson.read(files)).isEqualTo(info);
  }

  @Test
  void readsAManifestThatDoesNotTellTheMaster() {
    RunInfo info =
        new RunInfo(
            "old",
            MAPPER.createObjectNode(),
            Map.of(),
            new Provenance("abc", "1", 1000, 20),
            Instant.parse("2026-01-02T03:04:05Z"),
            Instant.parse("2026-01-02T03:04:11.500Z"),
            new TrialCounts(16, 16, 0, 0, 0),
            "f00d",
            "b175",
            List.of(),
            "",
            ClassCounts.UNKNOWN,
            Lineage.NONE);
    RunFiles files = RunFiles.at(temporary.toString(), CONFIGURATION);

    RunJson.write(files, info);

    assertThat(temporary.resolve("run.json")).content().doesNotContain("master");
    assertThat(RunJson.read(files)).isEqualTo(info);
  }

  @ParameterizedTest
  @CsvSource({
    "/home/alice/mnist, mnist",
    "/home/alice/mnist/, mnist",
    "~/mnist, mnist",
    "hdfs://namenode:8020/user/alice/mnist, mnist",
    "file:/home/alice/mnist, mnist",
    "'C:\\Users\\alice\\mnist', mnist",
    "'\\\\server\\share\\mnist', mnist",
    "hdfs://namenode:8020, 8020",
    "/, ''",
    "embedded, embedded",
    "data/mnist, data/mnist",
    "axis: value, axis: value"
  })
  void keepsOnlyTheLastNameOfAPath(String value, String expected) throws IOException {
    JsonNode settings = MAPPER.createObjectNode().putArray("a").add(value);

    assertThat(RunJson.withoutPaths(settings).get(0).textValue()).isEqualTo(expected);
  }
}
