package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFoldersTest {
  @TempDir Path folder;

  private static ScratchFolders of(Map<String, String> environment, String... setting) {
    SparkConf conf = new SparkConf(false);
    if (setting.length == 2) {
      conf.set(setting[0], setting[1]);
    }
    return ScratchFolders.of(conf, environment);
  }

  @Test
  void areThoseOfTheFirstSettingThatSparkLooksAt() {
    Map<String, String> all =
        Map.of("SPARK_LOCAL_DIRS", "/a,/b", "CONTAINER_ID", "1", "LOCAL_DIRS", "/y");
    assertThat(of(all, "spark.local.dir", "/s"))
        .isEqualTo(new ScratchFolders("LOCAL_DIRS", List.of("/y")));
    assertThat(of(Map.of("SPARK_LOCAL_DIRS", "/a,/b"), "spark.local.dir", "/s"))
        .isEqualTo(new ScratchFolders("SPARK_LOCAL_DIRS", List.of("/a", "/b")));
    assertThat(of(Map.of(), "spark.local.dir", "/s"))
        .isEqualTo(new ScratchFolders("spark.local.dir", List.of("/s")));
    assertThat(of(Map.of()))
        .isEqualTo(
            new ScratchFolders("java.io.tmpdir", List.of(System.getProperty("java.io.tmpdir"))));
  }

  @Test
  void areRefusedWhereNoneCanBeWrittenTo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ScratchFolders none = of(Map.of("SPARK_LOCAL_DIRS", file + "," + file));

    assertThatThrownBy(none::requireOne)
        .isInstanceOf(SweepException.class)
        .hasMessage(
            "Spark cannot write temporary files, SPARK_LOCAL_DIRS is "
                + file
                + ","
                + file
                + " (FileAlreadyExistsException: "
                + file
                + "); set SPARK_LOCAL_DIRS to a folder that can be written to");
  }

  @Test
  void areFineWhereOneCanBeMadeAndStaysEmpty() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path fresh = folder.resolve("a/b");
    ScratchFolders one = of(Map.of("SPARK_LOCAL_DIRS", file + "," + fresh));

    assertThatCode(one::requireOne).doesNotThrowAnyException();
    assertThat(fresh).isEmptyDirectory();
  }
}
