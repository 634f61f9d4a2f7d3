package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hadoop's settings reach whatever opens a file, whichever way they come. */
class HadoopSettingsTest {
  @TempDir Path folder;

  /** As spark-submit hands {@code --conf spark.hadoop.*} to the driver. */
  private static void setProperties() {
    KeyedFileSystem.SETTINGS.forEach(
        (key, value) -> System.setProperty("spark.hadoop." + key, value));
  }

  @AfterEach
  void clearProperties() {
    KeyedFileSystem.SETTINGS.keySet().forEach(key -> System.clearProperty("spark.hadoop." + key));
  }

  private String keyed(String name) {
    return "keyed://" + folder.resolve(name);
  }

  /** The command with all settings as options, their names as {@code name} has them. */
  private static CliRun with(UnaryOperator<String> name, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    KeyedFileSystem.SETTINGS.forEach(
        (key, value) -> arguments.addAll(List.of("--conf", name.apply(key) + "=" + value)));
    return CliRun.of(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "spark.hadoop."})
  void commandsWithoutSparkTakeThemAsAnOption(String prefix) throws IOException {
    TinyRun.config(folder);
    TinyRun.folder(folder.resolve("run"), result -> result);
    TinyRun.folder(folder.resolve("other"), result -> result, "grid.seed=[1]");

    for (String[] command :
        new String[][] {
          {"plan", keyed("tiny.yaml")},
          {"report", keyed("run")},
          {"best", keyed("run")},
          {"verify", keyed("run")},
          {"merge", keyed("run"), keyed("other"), "--out", keyed("merged")}
        }) {
      CliRun run = with(key -> prefix + key, command);
      assertThat(run.exitCode()).as(command[0] + ": " + run.err()).isZero();
    }
  }

  @Test
  void samplesAreOpenedWithThem() {
    String source = "source=" + keyed("data");
    String message = "data.source is " + keyed("data") + ", ";
    for (String[] command :
        new String[][] {{"trial", "--set", source}, {"gradcheck", "--set", source}}) {
      assertThat(with(key -> key, command).err())
          .startsWith("bnsweep: " + message + "but there is no such file or folder");
    }
  }

  @Test
  void aRunTakesThemFromSparksSettings() throws IOException {
    TinyRun.config(folder);
    setProperties();

    CliRun run =
        CliRun.of("run", keyed("tiny.yaml"), "--master", "local[1]", "--out", keyed("run"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 trials");
    assertThat(Files.readString(folder.resolve("run/run.json"))).doesNotContain("sesame");
  }

  @Test
  void withoutTheKeyNothingIsOpened() {
    setProperties();

    assertThat(CliRun.of("report", keyed("run"), "--conf", "fs.keyed.key=wrong"))
        .isEqualTo(
            new CliRun(
                2,
                "",
                "bnsweep: cannot open the run folder "
                    + keyed("run")
                    + ": the key is wrong"
                    + System.lineSeparator()));
  }

  @Test
  void aSettingOfSparksIsNone() {
    assertThat(CliRun.of("report", keyed("run"), "--conf", "spark.executor.memory=2g"))
        .isEqualTo(
            new CliRun(
                2,
                "",
                "bnsweep: --conf has spark.executor.memory, must be a setting of Hadoop's, such as"
                    + " fs.s3a.endpoint; those of Spark are spark-submit's"
                    + System.lineSeparator()));
  }
}
