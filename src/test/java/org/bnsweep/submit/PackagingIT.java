package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the build puts into target/bnsweep.jar and target/spark. */
class PackagingIT {
  private static final Path TARGET = Path.of(System.getProperty("bnsweep.home"), "target");
  private static final Path JAR = TARGET.resolve("bnsweep.jar");

  private static List<String> entries;

  @BeforeAll
  static void list() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      entries = jar.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  @Test
  void theApplicationHasAtMost125Megabytes() throws IOException {
    assertThat(Files.size(JAR)).isLessThanOrEqualTo(125_000_000);
  }

  @Test
  void theApplicationLeavesOutWhatSparkBrings() {
    assertThat(entries)
        .noneMatch(
            name ->
                Stream.of(
                        "org/apache/spark/",
                        "org/apache/hadoop/",
                        "org/apache/logging/",
                        "org/slf4j/",
                        "scala/",
                        "com/fasterxml/jackson/databind/")
                    .anyMatch(name::startsWith));
  }

  @Test
  void theApplicationHasTheNativesOfOnePlatform() {
    assertThat(
            entries.stream()
                .filter(name -> name.startsWith("org/bytedeco/openblas/"))
                .map(name -> Path.of(name).getParent().getFileName().toString())
                .filter(folder -> folder.contains("-"))
                .distinct())
        .hasSize(1);
  }

  @Test
  void theApplicationKeepsWhatItsLibrariesLookUp() {
    assertThat(entries)
        .contains(
            "org/bnsweep/cli/Main.class",
            "nd4j-native.properties",
            "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend",
            "META-INF/maven/org.bytedeco/javacpp/pom.properties");
  }

  @Test
  void theApplicationHasNoSignaturesOfTheJarsItIsMadeOf() {
    assertThat(entries).noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"));
  }

  @Test
  void theRuntimeHasSparkAndNothingOfTheApplication() throws IOException {
    try (Stream<Path> files = Files.list(TARGET.resolve("spark/jars"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("spark-core_2.13-"))
          .anyMatch(name -> name.startsWith("hadoop-client-runtime-"))
          .anyMatch(name -> name.startsWith("log4j-slf4j2-impl-"))
          .noneMatch(name -> name.matches("(nd4j|openblas|parquet|picocli|junit|rocksdbjni).*"));
    }
  }
}
