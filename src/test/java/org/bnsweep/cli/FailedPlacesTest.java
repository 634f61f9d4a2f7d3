package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host that fails is not the user's input: exit code 1. A place named wrongly is: 2. */
class FailedPlacesTest {
  private static final String REASONS =
      """
      down      | 1 | Connection refused
      forbidden | 2 | Permission denied: user=guest
      unknown   | 2 | unknown
      """;

  @TempDir Path folder;
  private String config;

  @BeforeAll
  static void registerTheFileSystem() {
    FarFileSystem.register();
  }

  @BeforeEach
  void writeConfig() throws IOException {
    config = TinyRun.config(folder);
  }

  private static void assertEnds(int exitCode, String message, String... arguments) {
    assertThat(CliRun.of(arguments))
        .isEqualTo(new CliRun(exitCode, "", "bnsweep: " + message + System.lineSeparator()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = REASONS)
  void tellsWhoseFaultItIsThatARunFolderCannotBeOpened(String host, int exitCode, String reason) {
    String out = "far://" + host + "/run";

    assertEnds(
        exitCode, "cannot open the run folder " + out + ": " + reason, "run", config, "--out", out);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = REASONS)
  void tellsWhoseFaultItIsThatAFinishedRunCannotBeRead(String host, int exitCode, String reason) {
    String run = "far://" + host + "/run";
    for (String command : new String[] {"report", "best", "verify"}) {
      assertEnds(exitCode, "cannot read " + run + "/run.json: " + reason, command, run);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = REASONS)
  void tellsWhoseFaultItIsThatDataCannotBeRead(String host, int exitCode, String reason) {
    String source = "source=far://" + host + "/data";
    String message = "data.source is far://" + host + "/data, which cannot be opened: " + reason;
    assertEnds(exitCode, message, "run", config, "--set", source);
    assertEnds(exitCode, message, "plan", config, "--set", source);
    assertEnds(exitCode, message, "trial", "--set", source);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = REASONS)
  void tellsWhoseFaultItIsThatAConfigurationCannotBeRead(String host, int exitCode, String reason) {
    String file = "far://" + host + "/some.yaml";
    assertEnds(exitCode, file + ": cannot be read: " + reason, "run", file);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsOfALocalDiskThatFailsOnTheSamples() throws IOException {
    // A file that can be opened and not read.
    Path images = folder.resolve("train-images-idx3-ubyte");
    Files.createSymbolicLink(images, Path.of("/proc/self/mem"));

    assertEnds(
        1,
        images + ": cannot be read: Input/output error",
        "run",
        config,
        "--set",
        "source=" + folder);
  }

  @Test
  void takesWhatIsNotThereForTheUsersMistake() {
    assertEnds(
        2,
        "far://empty/some.yaml: no such file, must be a YAML file such as conf/weight-scale.yaml",
        "run",
        "far://empty/some.yaml");
    assertEnds(
        2,
        "data.source is far://empty/data, but there is no such file or folder; it must be embedded,"
            + " or a file, folder or URI",
        "run",
        config,
        "--set",
        "source=far://empty/data");
    assertEnds(
        2,
        "far://empty/run has no run.json: it is no run folder, or its run has not finished and the "
            + "same command resumes it",
        "report",
        "far://empty/run");
  }

  @Test
  void takesALocationThatIsNoneForTheUsersMistake() {
    String reason = "No FileSystem for scheme \"nowhere\"";
    assertEnds(2, "cannot open the run folder nowhere://x/y: " + reason, "report", "nowhere://x/y");
    assertEnds(2, "nowhere://x/y: cannot be read: " + reason, "run", "nowhere://x/y");
    assertEnds(
        2,
        "data.source is nowhere://x/y, which cannot be opened: " + reason,
        "trial",
        "--set",
        "source=nowhere://x/y");
  }

  @Test
  void takesAPlaceBelowAFileForTheUsersMistake() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertEnds(
        2,
        file + "/a.yaml: cannot be read: " + file + "/a.yaml: Not a directory",
        "run",
        file + "/a.yaml");
    assertEnds(
        2,
        file + "/mnist: cannot be written: " + file + "/mnist: Not a directory",
        "fetch-mnist",
        file + "/mnist");
  }
}
