package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository as Git for Windows writes it, for Linux beside it to run. */
class CloneTest {
  @TempDir Path folder;

  @Test
  void aCloneWithTheLineEndsOfWindowsHasScriptsThatRun() throws Exception {
    assumeTrue(Files.exists(Path.of(".git")), "this is no clone");
    Path git = git();
    Path clone = folder.resolve("clone");

    Script cloned =
        Script.run(
            git,
            Path.of("").toAbsolutePath(),
            Map.of(),
            "clone",
            "-q",
            "--depth=1",
            "-c",
            "core.autocrlf=true",
            Path.of("").toAbsolutePath().toUri().toString(),
            clone.toString());
    assumeTrue(cloned.exitCode() == 0, "this cannot be cloned: " + cloned.err());

    for (String place : List.of("submit", "conf", ".ci", "src/test/oracle")) {
      assertThat(files(clone.resolve(place)))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("\r"));
    }
    assertThat(clone.resolve("results/reference/weight-scale/summary.csv"))
        .hasSameBinaryContentAs(Path.of("results/reference/weight-scale/summary.csv"));
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Path git() {
    List<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(bin -> Path.of(bin, "git"))
            .filter(Files::isExecutable)
            .toList();
    assumeTrue(!found.isEmpty(), "git is not here");
    return found.get(0);
  }
}
