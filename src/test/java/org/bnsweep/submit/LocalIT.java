package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** submit/local.sh as a user meets it. */
@DisabledOnOs(OS.WINDOWS)
class LocalIT {
  private static final Path HOME = Path.of(System.getProperty("bnsweep.home"));

  @TempDir Path folder;

  @Test
  void runsFromAnyFolderWithPathsRelativeToIt() throws Exception {
    Path here = Files.createDirectory(folder.resolve("a folder"));
    Files.writeString(
        here.resolve("my sweep.yaml"),
        "name: mine\nepochs: 1\ngrid: {weight_scale: [0.1, 0.01], hidden: [[4]]}\n");

    Script run =
        Script.run(
            HOME.resolve("submit/local.sh"),
            here,
            Map.of(),
            "run",
            "my sweep.yaml",
            "--out",
            "my run",
            "--master",
            "local[2]");

    assertThat(run.err()).doesNotContain("WARN", "ERROR", "Exception");
    assertThat(run.out()).contains("0 diverged, 0 failed");
    assertThat(run.exitCode()).isZero();
    assertThat(here.resolve("my run/run.json")).exists();
  }

  @Test
  void startsFromACheckoutWhoseNameJavaWouldMisread() throws Exception {
    Checkout odd = Checkout.linked(HOME, folder.resolve("a:b#c\"d%25,e;f'g*h?i\\j$k&l!m"));

    Script run =
        Script.run(
            odd.script("local.sh"),
            folder,
            // With options, no archive of classes is made first.
            Map.of("BNSWEEP_JAVA_OPTIONS", "-Xshare:auto"),
            "--version");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("bnsweep ");
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local.sh report", "cluster.sh local[1] report"})
  void readsTheSettingsInHadoopsFolder(String command) throws Exception {
    Files.writeString(
        folder.resolve("core-site.xml"),
        "<configuration><property><name>fs.mine.impl</name>"
            + "<value>com.example.Mine</value></property></configuration>");
    String[] words = (command + " mine://host/run").split(" ", -1);

    Script run =
        Script.run(
            HOME.resolve("submit/" + words[0]),
            folder,
            Map.of("HADOOP_CONF_DIR", folder.toString()),
            Arrays.copyOfRange(words, 1, words.length));

    assertFails(
        run,
        "bnsweep: cannot open the run folder mine://host/run: the class path lacks what mine://"
            + " needs: Class com.example.Mine not found");
  }

  @Test
  void passesTheExitCodeOfWrongInputOn() throws Exception {
    Script run =
        Script.run(HOME.resolve("submit/local.sh"), folder, Map.of(), "run", "missing.yaml");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().filter(line -> !line.startsWith("bnsweep: preparing")))
        .singleElement()
        .asString()
        .contains("missing.yaml");
  }

  @Test
  void saysThatJavaHomeHasNoJava() throws Exception {
    assertFails(
        Script.run(HOME.resolve("submit/local.sh"), folder, Map.of("JAVA_HOME", folder.toString())),
        "bnsweep: JAVA_HOME is " + folder + ", which has no bin/java; set it to a JDK 17 or newer");
  }

  @Test
  void saysThatJavaIsTooOld() throws Exception {
    Path java =
        executable("jdk/bin/java", "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019' >&2\n");

    assertFails(
        Script.run(
            HOME.resolve("submit/local.sh"),
            folder,
            Map.of("JAVA_HOME", folder.resolve("jdk").toString())),
        "bnsweep: " + java + " is Java 11.0.2, must be 17 or newer; set JAVA_HOME to one");
  }

  @Test
  void saysThatMavenIsMissingWhenThereIsSomethingToBuild() throws Exception {
    Path home = Files.createDirectories(folder.resolve("fresh clone"));
    for (String script : List.of("local.sh", "common.sh")) {
      Files.createDirectories(home.resolve("submit"));
      Files.copy(
          HOME.resolve("submit/" + script),
          home.resolve("submit/" + script),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Path tools = folder.resolve("tools");
    for (String tool : List.of("bash", "dirname", "sed", "head", "find", "mkdir")) {
      executable("tools/" + tool, "#!/bin/sh\nexec " + which(tool) + " \"$@\"\n");
    }

    assertFails(
        Script.run(
            home.resolve("submit/local.sh"),
            folder,
            Map.of("PATH", tools.toString(), "JAVA_HOME", System.getProperty("java.home"))),
        "bnsweep: mvn is not on the PATH; install Maven 3.8 or newer to build "
            + home.toRealPath().resolve("target/bnsweep.jar"));
  }

  private static void assertFails(Script run, String line) {
    assertThat(run.err().strip()).isEqualTo(line);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private Path executable(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private static Path which(String tool) {
    return List.of(Path.of("/bin", tool), Path.of("/usr/bin", tool)).stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
