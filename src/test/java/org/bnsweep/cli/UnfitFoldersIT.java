package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bnsweep.cli.terminal.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders that a run needs beside its own, found unfit before anything is trained. */
@DisabledOnOs(OS.WINDOWS)
class UnfitFoldersIT {
  @TempDir Path folder;
  private Path out;
  private Path file;
  private List<String> run;

  @BeforeEach
  void writeConfig() throws Exception {
    out = folder.resolve("out");
    file = Files.createFile(folder.resolve("file"));
    run = List.of("run", TinyRun.config(folder), "--out", out.toString());
  }

  private void assertRefused(String option, String message) throws Exception {
    ProgramProcess refused = ProgramProcess.run(List.of(option), run);

    assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    // Newer JDKs warn of the folder by themselves before the program begins.
    assertThat(refused.err())
        .filteredOn(line -> !line.equals("WARNING: java.io.tmpdir directory does not exist"))
        .containsExactly("bnsweep: " + message);
    assertThat(out).doesNotExist();
  }

  @Test
  void temporaryFilesCannotBeWritten() throws Exception {
    assertRefused(
        "-Djava.io.tmpdir=" + file,
        "temporary files cannot be written to "
            + file
            + ": Not a directory; -Djava.io.tmpdir=DIR names another folder");
  }

  @Test
  void sparkCannotWriteTemporaryFiles() throws Exception {
    assertRefused(
        "-Dspark.local.dir=" + file,
        "Spark cannot write temporary files, spark.local.dir is "
            + file
            + " (FileAlreadyExistsException: "
            + file
            + "); set SPARK_LOCAL_DIRS to a folder that can be written to");
  }

  @Test
  void nativeLibrariesWouldBeOpenToOthers() throws Exception {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    ProgramProcess refused =
        ProgramProcess.run(List.of("-Dorg.bytedeco.javacpp.cachedir=" + open), run);

    assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err())
        .singleElement()
        .asString()
        .startsWith("bnsweep: native libraries are not loaded from " + open + ": others may write");
    assertThat(out).doesNotExist();
  }
}
