package org.bnsweep.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.VersionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"hdfs://host:9000/runs", "hdfs:/runs", "s3a://bucket/x", "file:/tmp", "FILE:///x"})
  void isAUriWithASchemeAndASlash(String text) {
    assertThat(new Location(text).isUri()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "runs", "/runs/x", "2024-01-01T10:20:30", "x:y", "cc:1.yaml", "C:\\runs"})
  void isAPathElse(String text) {
    assertThat(new Location(text).isUri()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2024-01-01T10:20:30", "x:y", "a:b/c:d", "/a/b:c", "100%", "a%20b", "a#b", "a?b"})
  @DisabledOnOs(OS.WINDOWS)
  void isThePathAsWritten(String text) throws Exception {
    org.apache.hadoop.fs.Path path = FileSystems.path(new Location(text));

    LocalDisk disk = (LocalDisk) FileSystems.of(path, new Configuration());

    assertThat(disk.pathToFile(path)).isEqualTo(Path.of(text).toAbsolutePath().toFile());
  }

  @ParameterizedTest
  @CsvSource({
    "s3a://bucket/x, hadoop-aws",
    "abfs://x@y/z, hadoop-azure",
    "abfss://x@y/z, hadoop-azure",
  })
  void namesTheModuleThatAKnownSchemeNeeds(String text, String module) {
    org.apache.hadoop.fs.Path path = FileSystems.path(new Location(text));

    assertThatThrownBy(() -> FileSystems.of(path, new Configuration()))
        .isInstanceOf(NoFileSystemException.class)
        .hasMessage(
            text.substring(0, text.indexOf(':'))
                + ":// needs "
                + module
                + ", which is not on the class path; give spark-submit --packages"
                + " org.apache.hadoop:"
                + module
                + ":"
                + VersionInfo.getVersion());
  }

  @Test
  void namesTheClassThatAConfiguredSchemeNeeds() {
    Configuration configuration = new Configuration();
    configuration.set("fs.mine.impl", "com.example.Mine");

    assertThatThrownBy(
            () -> FileSystems.of(new org.apache.hadoop.fs.Path("mine://x/y"), configuration))
        .isInstanceOf(NoFileSystemException.class)
        .hasMessage("the class path lacks what mine:// needs: Class com.example.Mine not found");
  }

  @Test
  void namesAHostThatThereIsNot() {
    org.apache.hadoop.fs.Path path = FileSystems.path(new Location("hdfs://nowhere.invalid/runs"));

    assertThatThrownBy(() -> FileSystems.of(path, new Configuration()))
        .isInstanceOf(NoFileSystemException.class)
        .hasMessage("there is no host nowhere.invalid");
  }

  /** A file system that asks newer JDKs what Hadoop asked them before 3.5. */
  static final class Unanswered extends RawLocalFileSystem {
    @Override
    public void initialize(URI uri, Configuration configuration) {
      throw new UnsupportedOperationException("getSubject is not supported");
    }
  }

  @Test
  void namesTheJdksOnWhichAnOlderHadoopOpensMoreThanTheLocalDisk() {
    Configuration configuration = new Configuration();
    configuration.setClass("fs.unanswered.impl", Unanswered.class, FileSystem.class);
    org.apache.hadoop.fs.Path path = FileSystems.path(new Location("unanswered://localhost/runs"));

    assertThatThrownBy(() -> FileSystems.of(path, configuration))
        .isInstanceOf(NoFileSystemException.class)
        .hasMessage(
            "Hadoop "
                + VersionInfo.getVersion()
                + " opens no unanswered:// on Java "
                + Runtime.version().feature()
                + ", use a JDK from 17 to 22, or Spark 4.2 or newer");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void danglesWhereALinkOnTheWayLeadsNowhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("results"), Path.of("/not/mounted"));

    DanglingLink expected = new DanglingLink(link, Path.of("/not/mounted"));
    assertThat(DanglingLink.on(link)).contains(expected);
    assertThat(DanglingLink.on(link.resolve("runs/one"))).contains(expected);
    assertThat(expected).hasToString(link + " is a link to /not/mounted, where nothing is");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void doesNotDangleWhereTheLinkLeadsSomewhereOrThereIsNone() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("results"), folder);

    assertThat(DanglingLink.on(link)).isEmpty();
    assertThat(DanglingLink.on(link.resolve("runs/one"))).isEmpty();
    assertThat(DanglingLink.on(folder.resolve("missing/one"))).isEmpty();
  }
}
