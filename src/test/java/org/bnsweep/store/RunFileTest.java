package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunFileTest {

  @ParameterizedTest
  @EnumSource
  void theReadmeNamesIt(RunFile file) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("## What a run leaves");

    assertThat(readme.substring(start, readme.indexOf("Columns of", start)))
        .contains("`" + file.fileName() + "`");
  }

  @Test
  void knowsTheFilesOfARunByTheirNames() {
    assertThat(RunFile.has("heat-map.svg")).isTrue();
    assertThat(RunFile.has("run.json")).isTrue();
    assertThat(RunFile.has("notes.txt")).isFalse();
    assertThat(RunFile.has("trials")).isFalse();
  }
}
