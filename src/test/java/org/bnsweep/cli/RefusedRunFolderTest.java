package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.cli.CliRun.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run folders that are refused, and left as they were. */
class RefusedRunFolderTest {
  @TempDir Path folder;
  private String config;

  @BeforeEach
  void writeConfig() throws IOException {
    config = TinyRun.config(folder);
  }

  @Test
  void findsBeforeTrainingThatTheFolderCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(
        "cannot write to the run folder "
            + file
            + "/run: Parent path is not a directory: file:"
            + file,
        "run",
        config,
        "--out",
        file + "/run");
  }

  @Test
  void rejectsAFileAsRunFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(
        file + " is a file, but --out must be a folder or a name that is free",
        "run",
        config,
        "--out",
        file.toString());
  }

  @Test
  void leavesAFolderWithSomethingElseAlone() throws IOException {
    Path thesis = Files.createDirectory(folder.resolve("thesis"));
    Files.writeString(thesis.resolve("thesis.tex"), "years of work");

    assertRefused(
        thesis
            + " holds thesis.tex and no run; choose another --out, or write a run beside it with "
            + "--overwrite",
        "run",
        config,
        "--out",
        thesis.toString());
    assertThat(TinyRun.names(thesis)).containsExactly("thesis.tex");
  }

  @Test
  void refusesARunOfAnotherTrainSize() throws IOException {
    Path run = folder.resolve("run");
    TinyRun.folder(run, result -> result);

    CliRun refused = CliRun.of("run", config, "--out", run.toString(), "--set", "train_size=21");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err())
        .startsWith("bnsweep: " + run + "/trials/part-000001-")
        .endsWith(
            ".parquet has trials of another train_size, its own is 20, this run's is 21; choose"
                + " another --out, or start again with --overwrite"
                + System.lineSeparator());
  }

  @Test
  void refusesARunOfOtherData() throws IOException {
    Path run = folder.resolve("run");
    TinyRun.folder(run, result -> result);

    CliRun refused = CliRun.of("run", config, "--out", run.toString(), "--set", "test_size=5");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err())
        .startsWith("bnsweep: " + run + "/trials/part-000001-")
        .contains(".parquet has trials of another data checksum, its own is ")
        .contains(", this run's is ")
        .endsWith(
            "; choose another --out, or start again with --overwrite" + System.lineSeparator());
  }

  @Test
  void leavesTheOldRunWhereTheNewOneIsRefused() throws IOException {
    Path run = folder.resolve("run");
    TinyRun.folder(run, result -> result);
    List<String> before = TinyRun.names(run);
    byte[] manifest = Files.readAllBytes(run.resolve("run.json"));

    CliRun refused =
        CliRun.of(
            "run",
            config,
            "--out",
            run.toString(),
            "--overwrite",
            "--master",
            "spark://127.0.0.1:1");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(TinyRun.names(run)).isEqualTo(before);
    assertThat(TinyRun.names(run.resolve("trials"))).hasSize(1);
    assertThat(run.resolve("run.json")).hasBinaryContent(manifest);
  }

  @Test
  void rejectsAFolderWithoutARun() throws IOException {
    for (String command : new String[] {"report", "best", "verify"}) {
      assertRefused(
          folder
              + " has no run.json: it is no run folder, or its run has not finished and the same "
              + "command resumes it",
          command,
          folder.toString());
    }
    assertThat(TinyRun.names(folder)).containsExactly("tiny.yaml");
  }
}
