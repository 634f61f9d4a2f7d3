package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bnsweep.FileNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the launchers let the native libraries be unpacked, and checkouts with names that Java
 * misreads.
 */
@DisabledOnOs(OS.WINDOWS)
class OddPathsTest {
  private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=";

  @TempDir Path folder;

  private StubCheckout checkout(String name) throws Exception {
    return StubCheckout.at(folder.toRealPath().resolve(name), folder.resolve("jdk"));
  }

  private Path natives() throws Exception {
    return folder.resolve("user/.javacpp/cache");
  }

  private static Script start(StubCheckout checkout) throws Exception {
    return checkout.run(Map.of(), "local.sh", "plan");
  }

  private List<Path> links() throws Exception {
    try (Stream<Path> files = Files.list(natives())) {
      return files.filter(Files::isSymbolicLink).toList();
    }
  }

  @Test
  void namesWithWhatJavaWouldMisreadAreTold() throws Exception {
    FileNames.assumeAnyLetter();
    StubCheckout checkout = checkout("clone");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                ". submit/common.sh; for c; do plain \"a${c}b\" || printf %s \"$c\"; done",
                "bash"));
    String odd = ":#\"%,;'*?\\$&!`()<>|^{}[]\t\u0001";
    ("/ ._-+@~=09azAZéß名" + odd).chars().mapToObj(Character::toString).forEach(arguments::add);

    Script run =
        Script.run(
            Path.of("/usr/bin/env"),
            checkout.home(),
            checkout.with(Map.of()),
            arguments.toArray(String[]::new));

    assertThat(run.out()).as(run.err()).isEqualTo(odd);
  }

  @Test
  void javaIsGivenALinkToACheckoutWhoseNameItWouldMisread() throws Exception {
    FileNames.assumeAnyLetter();
    StubCheckout checkout = checkout("a:b#c\"d%25,e;f'g*h?i\\j$k&l!m`n(o)<p>|q^{r}[s] é");

    Script run = start(checkout);

    assertThat(run.err()).isEmpty();
    assertThat(links())
        .singleElement()
        .satisfies(link -> assertThat(link.toRealPath()).isEqualTo(checkout.home()));
    String link = links().get(0).toString();
    assertThat(run.out().lines())
        .contains(
            "@" + link + "/target/spark/java.options",
            "-Dbnsweep.home=" + checkout.home(),
            "-Dlog4j2.configurationFile=" + link + "/conf/log4j2.properties",
            "-XX:SharedArchiveFile=" + link + "/target/bnsweep-17.0.9.jsa",
            link + "/target/bnsweep.jar:" + link + "/target/spark/jars/spark.jar")
        .filteredOn(line -> line.contains(checkout.home().toString()))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "größe", "a+b@c~d=e-f_g.h"})
  void otherNamesAreGivenAsTheyAre(String name) throws Exception {
    FileNames.assumeAnyLetter();
    StubCheckout checkout = checkout(name);

    Script run = start(checkout);

    assertThat(run.out().lines())
        .as(run.err())
        .contains("@" + checkout.home() + "/target/spark/java.options");
    assertThat(links()).isEmpty();
  }

  @Test
  void aLinkThatLeadsElsewhereIsMadeAnew() throws Exception {
    StubCheckout checkout = checkout("a:b");
    start(checkout);
    Path link = links().get(0);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.delete(link);
    Files.createSymbolicLink(link, elsewhere);

    start(checkout);

    assertThat(link.toRealPath()).isEqualTo(checkout.home());
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void anInstallationIsGivenTheJarAsAUrl() throws Exception {
    StubCheckout checkout = checkout("a:b");
    StubCheckout.executable(
        folder.resolve("spark/bin/spark-submit"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");

    Script run =
        checkout.run(
            Map.of("SPARK_HOME", folder.resolve("spark").toString()), "cluster.sh", "yarn", "plan");

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .contains(
            links().get(0) + "/conf/spark-defaults.conf",
            "file://" + links().get(0) + "/target/bnsweep.jar");
  }

  @Test
  void aFolderWhoseNameEndsWithAnExclamationMarkIsRefused() throws Exception {
    StubCheckout checkout = checkout("wow!/clone");

    Script run = start(checkout);

    assertThat(run.err())
        .isEqualTo(
            "bnsweep: Java cannot read a jar in %s: the name of a folder ends with !, so rename it\n"
                .formatted(checkout.home()));
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aMissingMavenIsToldWithTheNameOfTheCheckoutItself() throws Exception {
    StubCheckout checkout = checkout("a:b");
    Files.delete(checkout.home().resolve("target/bnsweep.jar"));
    Path tools = folder.resolve("tools");
    for (String tool : List.of("bash", "cksum", "find", "ln", "mkdir", "readlink", "rm")) {
      StubCheckout.executable(
          tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(which(tool)));
    }

    assertThat(checkout.run(Map.of("PATH", tools.toString()), "local.sh").err())
        .isEqualTo(
            "bnsweep: mvn is not on the PATH; install Maven 3.8 or newer to build %s/target/bnsweep.jar\n"
                .formatted(checkout.home()));
  }

  @Test
  void nativesAreInTheUsersOwnFolder() throws Exception {
    Script run = start(checkout("clone"));

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).contains(CACHE + natives());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(natives())))
        .isEqualTo("rwx------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx"})
  void aFolderThatOthersMayWriteToIsPassedOverForNatives(String permissions) throws Exception {
    StubCheckout checkout = checkout("clone");
    Files.createDirectories(natives());
    Files.setPosixFilePermissions(natives(), PosixFilePermissions.fromString(permissions));
    Path other = checkout.home().resolve("target/javacpp");
    String line =
        "bnsweep: the native libraries are in %s, not in %s: other users can write to it\n"
            .formatted(other, natives());

    for (int start = 0; start < 2; start++) {
      Script run = start(checkout);
      assertThat(run.err()).isEqualTo(line);
      assertThat(run.out().lines()).contains(CACHE + other);
    }
  }

  @Test
  void thatTheUsualFolderCannotBeMadeIsToldOnce() throws Exception {
    StubCheckout checkout = checkout("clone");
    StubCheckout.write(folder.resolve("user"), "a file");
    Path other = checkout.home().resolve("target/javacpp");

    assertThat(start(checkout).err())
        .isEqualTo(
            "bnsweep: the native libraries are in %s, not in %s: it cannot be made\n"
                .formatted(other, natives()));
    assertThat(start(checkout).err()).isEmpty();
  }

  @Test
  void aUserWithNoFolderForNativesIsToldWhichWereTried() throws Exception {
    StubCheckout checkout = checkout("clone");
    StubCheckout.write(folder.resolve("user"), "a file");
    StubCheckout.write(checkout.home().resolve("target/javacpp"), "a file");
    String temporary = folder.resolve("user/tmp").toString();

    Script run = checkout.run(Map.of("TMPDIR", temporary), "local.sh", "plan");

    assertThat(run.err())
        .startsWith(
            "bnsweep: no folder for the native libraries that this user alone can write to: not %s (it cannot be made), nor %s, nor %s/bnsweep-natives-"
                .formatted(natives(), checkout.home().resolve("target/javacpp"), temporary))
        .endsWith(" (it cannot be made); set TMPDIR to one where one can be made\n");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private static Path which(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(bin -> Path.of(bin, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
