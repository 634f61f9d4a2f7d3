package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the build puts into target/bnsweep.jar and target/spark. */
class PackagingIT {
  private static final Path HOME = Path.of(System.getProperty("bnsweep.home"));
  private static final Path TARGET = HOME.resolve("target");
  private static final Path JAR = TARGET.resolve("bnsweep.jar");

  /** Where the classes of the libraries are that NOTICE names; whoever adds one adds it to both. */
  private static final List<String> BUNDLED =
      List.of(
          "org/bnsweep/",
          "org/nd4j/",
          "javax/annotation/", // nd4j's guava
          "org/bytedeco/",
          "com/sun/jna/",
          "com/jakewharton/byteunits/",
          "net/ericaro/neoitertools/",
          "org/knowm/xchart/",
          "de/erichseifert/vectorgraphics2d/",
          "de/siegmar/fastcsv/",
          "org/jspecify/");

  /** Where relocation puts those that a cluster may have, too. */
  private static final List<String> RELOCATED =
      Stream.of(
              "aircompressor",
              "flatbuffers",
              "jackson",
              "jline",
              "jts",
              "math3",
              "parquet",
              "picocli",
              "progressbar",
              "snakeyaml")
          .map(library -> "org/bnsweep/lib/" + library + "/")
          .toList();

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
                        "com/fasterxml/",
                        "com/github/luben/zstd/")
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
  void theApplicationHasItsLicenceAndNotice() throws IOException {
    for (String name : List.of("LICENSE", "NOTICE")) {
      assertThat(text("META-INF/" + name)).isEqualTo(Files.readString(HOME.resolve(name)));
    }
  }

  @Test
  void theApplicationKeepsTheLicencesOfWhatItBundles() throws IOException {
    assertThat(entries)
        .contains(
            "META-INF/LGPL2.1",
            "META-INF/FastDoubleParser-LICENSE",
            "META-INF/thirdparty-LICENSE",
            "org/bnsweep/data/MNIST-NOTICE.txt",
            "org/bnsweep/report/chart/DejaVuSans-LICENSE.txt")
        .doesNotHaveDuplicates();
    Matcher named = Pattern.compile("[A-Za-z0-9.-]+\\.txt").matcher(text("META-INF/NOTICE"));
    assertThat(named.results().map(MatchResult::group).filter(name -> !name.contains("DejaVu")))
        .filteredOn(name -> !name.startsWith("MNIST"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(entries).contains("META-INF/licenses/" + name));
  }

  /** The groups that the pom keeps out of target/spark are those of the application's jar. */
  @Test
  void theNoticeNamesEveryGroupThatTheApplicationBundles() throws IOException {
    String pom = Files.readString(HOME.resolve("pom.xml"));
    Matcher groups = Pattern.compile("<application.groups>(.*)</application.groups>").matcher(pom);
    assertThat(groups.find()).isTrue();
    String excluded = pom.substring(pom.indexOf("<artifactSet>"), pom.indexOf("</artifactSet>"));
    String notice = text("META-INF/NOTICE");
    assertThat(groups.group(1).split(","))
        .filteredOn(group -> !excluded.contains("<exclude>" + group + ":*</exclude>"))
        .hasSizeGreaterThan(10)
        .allSatisfy(group -> assertThat(notice).contains("  " + group + ":"));
  }

  @Test
  void whatAClusterMayHaveTooIsRelocatedWithWhatLooksItUp() {
    assertThat(entries)
        .filteredOn(name -> name.startsWith("org/bnsweep/lib/"))
        .allMatch(name -> RELOCATED.stream().anyMatch(name::startsWith));
    assertThat(RELOCATED)
        .allSatisfy(folder -> assertThat(entries).anyMatch(name -> name.startsWith(folder)));
    assertThat(entries)
        .contains("META-INF/services/org.bnsweep.lib.jackson.core.ObjectCodec")
        .noneMatch(name -> name.startsWith("META-INF/services/com.fasterxml"))
        // Relocation does not find those.
        .noneMatch(name -> name.startsWith("META-INF/versions/"));
  }

  /** A folder of classes that no line of NOTICE stands for is a library that was added unseen. */
  @Test
  void theApplicationHasNoClassesOfLibrariesThatTheNoticeDoesNotKnow() {
    assertThat(
            entries.stream()
                .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .filter(name -> BUNDLED.stream().noneMatch(name::startsWith)))
        .isEmpty();
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

  private static String text(String entry) throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile());
        InputStream in = jar.getInputStream(jar.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
