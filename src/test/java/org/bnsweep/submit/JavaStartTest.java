package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the launchers find java, and what they say of one that does not start. */
@DisabledOnOs(OS.WINDOWS)
class JavaStartTest {
  private static final String ANSWER = "echo 'openjdk version \"17.0.9\" 2023-10-17' >&2";

  @TempDir Path folder;
  private StubCheckout checkout;

  @BeforeEach
  void makeCheckout() throws Exception {
    checkout = StubCheckout.at(folder.toRealPath().resolve("clone"), folder.resolve("jdk"));
  }

  private Script run(String command, Map<String, String> environment) throws Exception {
    String[] words = command.split(" ", -1);
    return checkout.run(environment, words[0], Arrays.copyOfRange(words, 1, words.length));
  }

  private Script local(Map<String, String> environment) throws Exception {
    return checkout.run(environment, "local.sh", "--version");
  }

  private void assertDoesNotStart(Script run, String words) {
    assertThat(run.err())
        .isEqualTo("bnsweep: " + checkout.java() + " does not start: " + words + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"local.sh --version", "cluster.sh local[1] plan", "standalone.sh start 1"})
  void javaThatDoesNotStartIsNamedWithItsOwnWords(String command) throws Exception {
    Files.delete(folder.resolve("jdk/release"));
    checkout.java("echo 'No Java Runtime'; echo >&2; echo '  Please get one.' >&2; exit 1");

    assertDoesNotStart(run(command, Map.of()), "No Java Runtime Please get one.");
  }

  @Test
  void aMuteJavaIsNamedWithItsExitCode() throws Exception {
    Files.delete(folder.resolve("jdk/release"));
    checkout.java("exit 7");

    assertDoesNotStart(local(Map.of()), "it says nothing and exits with 7");
  }

  @Test
  void aCrashIsToldWithoutItsFrame() throws Exception {
    Files.delete(folder.resolve("jdk/release"));
    checkout.java(
        "echo '#'; echo '# No memory.'; echo '# An error report file with more information is saved"
            + " as:'; echo '# /dev/null'; exit 1");

    assertDoesNotStart(local(Map.of()), "No memory.");
  }

  /** The JDK that runs the tests: what it says differs, that it says something does not. */
  @ParameterizedTest
  @CsvSource({
    "local.sh --version, JAVA_TOOL_OPTIONS, -javaagent:/missing/agent.jar",
    "local.sh --version, _JAVA_OPTIONS, -Xmx2GB",
    "local.sh --version, BNSWEEP_JAVA_OPTIONS, -Xmx2GB",
    "local.sh --version, BNSWEEP_JAVA_OPTIONS, -XX:+NoSuchOption",
    "local.sh --version, JDK_JAVA_OPTIONS, -XX:+NoSuchOption",
    "cluster.sh local[1] plan, JAVA_TOOL_OPTIONS, -javaagent:/missing/agent.jar",
    "standalone.sh start 1, _JAVA_OPTIONS, -Xmx2GB"
  })
  void optionsThatJavaDoesNotTakeAreToldInOneLine(String command, String variable, String option)
      throws Exception {
    String jdk = System.getProperty("java.home");

    Script run = run(command, Map.of("JAVA_HOME", jdk, variable, option));

    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("bnsweep: " + jdk + "/bin/java does not start: ")
        .contains(option.replaceAll(".*[:+]", ""));
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aBoundOnTheAddressSpaceIsToldInJavasWords() throws Exception {
    Script run =
        Script.run(
            Path.of("/usr/bin/env"),
            folder,
            checkout.with(Map.of("JAVA_HOME", System.getProperty("java.home"))),
            "bash",
            "-c",
            "ulimit -v 1000000 && exec \"$0\" --version",
            checkout.home().resolve("submit/local.sh").toString());

    assertThat(run.err().lines()).singleElement().asString().contains(" does not start: ");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void whatJavaSaysOfOptionsItPicksUpDoesNotDisturb() throws Exception {
    checkout.java(
        "echo 'Picked up JAVA_TOOL_OPTIONS: -Dversion \"1\"' >&2\n"
            + "case $* in *' -version') "
            + ANSWER
            + " ;; *) echo started ;; esac");

    Script run = local(Map.of("JAVA_TOOL_OPTIONS", "-Dversion"));

    assertThat(run.out()).isEqualTo("started\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void theVersionIsReadFromTheFileThatTheJdkHasOfIt() throws Exception {
    checkout.java("case $* in *-version) [ \"$*\" = --version ] || exit 9 ;; esac; echo started");
    Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(folder.resolve("links/one"), Path.of("../jdk/bin/java"));
    Files.createSymbolicLink(folder.resolve("links/java"), Path.of("one"));

    Script home = checkout.run(Map.of(), "local.sh", "plan");
    Script path =
        checkout.run(
            Map.of("JAVA_HOME", "", "PATH", folder.resolve("links") + ":" + System.getenv("PATH")),
            "local.sh",
            "plan");

    assertThat(home.out()).as(home.err()).isEqualTo("started\n");
    assertThat(path.out()).as(path.err()).isEqualTo("started\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_VERSION=\"11.0.2\"", "JAVA_VERSION=\"9-internal\""})
  void aJdkThatIsTooOldIsRefused(String release) throws Exception {
    StubCheckout.write(folder.resolve("jdk/release"), release + "\n");

    assertThat(local(Map.of()).err())
        .isEqualTo(
            "bnsweep: %s is Java %s, must be 17 or newer; set JAVA_HOME to one\n"
                .formatted(checkout.java(), release.replaceAll(".*=|\"", "")));
  }

  /** One with suspend=y would wait for its debugger, unseen. */
  @Test
  void aDebuggerIsNotKeptWaitingByAQuestion() throws Exception {
    checkout.java("case $* in *jdwp*' -version') exit 9 ;; *) echo started ;; esac");

    Script run =
        checkout.run(
            Map.of("BNSWEEP_JAVA_OPTIONS", "-agentlib:jdwp=transport=dt_socket,suspend=y"),
            "local.sh",
            "plan");

    assertThat(run.out()).as(run.err()).isEqualTo("started\n");
  }

  @Test
  void aCollectorOfTheUsersTakesThePlaceOfOurs() throws Exception {
    checkout.java("case $* in *' -version') " + ANSWER + " ;; *) printf '%s\\n' \"$@\" ;; esac");

    Script run = local(Map.of("BNSWEEP_JAVA_OPTIONS", "-XX:+UseSerialGC"));

    assertThat(run.out().lines()).contains("-XX:+UseSerialGC").doesNotContain("-XX:+UseParallelGC");
  }

  /** Behind the jars, or the archive of classes would not be used. */
  @Test
  void theFolderOfHadoopsSettingsIsTheLastOnTheClassPath() throws Exception {
    List<String> words =
        local(Map.of("HADOOP_CONF_DIR", "/etc/hadoop conf")).out().lines().toList();

    assertThat(words.get(words.indexOf("-cp") + 1))
        .isEqualTo(
            checkout.home()
                + "/target/bnsweep.jar:"
                + checkout.home()
                + "/target/spark/jars/spark.jar:/etc/hadoop conf");
  }

  @Test
  void theSearchPathOfCdDoesNotLeadAstray() throws Exception {
    Script run =
        Script.run(
            Path.of("/usr/bin/env"),
            checkout.home(),
            checkout.with(Map.of("CDPATH", checkout.home().toString())),
            "bash",
            "submit/local.sh",
            "--version");

    assertThat(run.out().lines()).as(run.err()).contains("-Dbnsweep.home=" + checkout.home());
  }

  @Test
  void newerJdksAreNotAskedForWhatTheyWarnOf() throws Exception {
    StubCheckout.write(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
    StubCheckout.write(checkout.home().resolve("target/bnsweep-25.0.3.jsa"), "classes");
    StubCheckout.write(
        checkout.home().resolve("target/spark/java.options"),
        """
        # What Spark asks.
        -Da=b --add-opens=java.base/sun.security.action=ALL-UNNAMED --add-opens=c=d
        """);

    assertThat(local(Map.of()).out().lines())
        .startsWith(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Da=b",
            "--add-opens=c=d",
            "-Xmx512m");
  }

  /** A build's lock that the program kept would have the next build wait for its end. */
  @Test
  void theProgramDoesNotKeepTheLockOfTheBuild() throws Exception {
    Files.delete(checkout.home().resolve("target/bnsweep.jar"));
    StubCheckout.executable(
        folder.resolve("tools/mvn"),
        "#!/bin/sh\necho >target/bnsweep.jar; echo classes >target/bnsweep-17.0.9.jsa\n");
    StubCheckout.executable(folder.resolve("tools/flock"), "#!/bin/sh\n");
    checkout.java("if (: >&9) 2>/dev/null; then echo locked; else echo free; fi");

    Script run =
        checkout.run(
            Map.of("PATH", folder.resolve("tools") + ":" + System.getenv("PATH")),
            "local.sh",
            "plan");

    assertThat(run.out()).as(run.err()).isEqualTo("free\n");
    assertThat(run.err())
        .startsWith(
            "bnsweep: building target/bnsweep.jar (the first time, Maven fetches what it needs)");
  }
}
