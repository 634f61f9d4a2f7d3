package org.bnsweep.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bnsweep.ClusterPort;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program where people's locale, clock, home, cores or JDK are others: the same results. */
@Tag("heavy")
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class OtherEnvironmentsIT {
  private static final Path HOME = Path.of(System.getProperty("bnsweep.home"));
  private static final Path LOCAL = HOME.resolve("submit/local.sh");
  private static final Path ENV = Path.of("/usr/bin/env");
  private static final Map<String, String> UTF_8 = Map.of("LC_ALL", "C.UTF-8");

  private static final String YAML =
      """
      name: tiny
      data: {train_size: 20, test_size: 10}
      epochs: 2
      grid: {weight_scale: [0.1, 0.01], hidden: [2], batch_size: 10}
      """;

  /** A number that no system has a user for. */
  private static final String NOBODY = "43217";

  @TempDir static Path shared;
  private static TinyResults expected;
  private static Checkout checkout;

  @TempDir Path folder;

  @BeforeAll
  static void runHereAndNow() throws Exception {
    Files.writeString(shared.resolve("tiny.yaml"), YAML);
    assertTrained(Script.run(LOCAL, shared, UTF_8, run("expected")));
    expected = TinyResults.of(shared.resolve("expected"));
    checkout = Checkout.linked(HOME, shared.resolve("bn sweep é"));
  }

  /** Arguments of a run of the shared configuration, out into a folder of the working directory. */
  private static String[] run(String out, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", shared.resolve("tiny.yaml").toString(), "--out", out));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static void assertTrained(Script run, String... allowed) {
    assertSaysNothingElse(
        run, Stream.concat(Stream.of("bnsweep: [12] of 2 trials in .*"), Stream.of(allowed)));
    assertThat(run.out()).contains("2 trials: 0 diverged, 0 failed");
    assertThat(run.exitCode()).isZero();
  }

  private static void assertSaysNothingElse(Script run, Stream<String> allowed) {
    List<String> patterns =
        Stream.concat(
                allowed,
                Stream.of(
                    "bnsweep: preparing .* for faster starts \\.\\.\\.",
                    // What bash itself says where a locale is not installed.
                    ".*: warning: setlocale: LC_ALL: cannot change locale .*"))
            .toList();
    assertThat(run.err().lines().filter(line -> patterns.stream().noneMatch(line::matches)))
        .isEmpty();
  }

  private void assertSameResults(Path out) throws IOException {
    assertThat(TinyResults.of(out)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "tr, TR, Asia/Kathmandu", // where i is the small letter of another I
    "de, DE, America/St_Johns", // decimal commas
    "ar, EG, Pacific/Kiritimati" // other digits
  })
  void anotherLanguageAndTimeZoneGiveTheSameResults(String language, String country, String zone)
      throws Exception {
    Map<String, String> environment = speaking(language, country, zone);

    assertTrained(Script.run(LOCAL, folder, environment, run("out")));

    assertSameResults(folder.resolve("out"));
  }

  /** The system's locale, if it is installed, and in any case Java's. */
  private static Map<String, String> speaking(String language, String country, String zone) {
    String locale = language + "_" + country + ".UTF-8";
    return Map.of(
        "LC_ALL", locale,
        "LANG", locale,
        "TZ", zone,
        "BNSWEEP_JAVA_OPTIONS", "-Duser.language=" + language + " -Duser.country=" + country);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run --help", "plan CONFIG", "trial --set train_size=20 --set epochs=1 --json"})
  void anotherLanguagePrintsTheSame(String command) throws Exception {
    String[] arguments =
        command.replace("CONFIG", shared.resolve("tiny.yaml").toString()).split(" ");

    Script there = Script.run(LOCAL, folder, speaking("tr", "TR", "Asia/Kathmandu"), arguments);

    assertSaysNothingElse(there, Stream.empty());
    assertThat(there.exitCode()).isZero();
    assertThat(untimed(there)).isEqualTo(untimed(Script.run(LOCAL, folder, UTF_8, arguments)));
  }

  /** Without the line of a plan that was measured. */
  private static List<String> untimed(Script script) {
    return script.out().lines().filter(line -> !line.startsWith("time ")).toList();
  }

  @Test
  void thePosixLocaleAndNoHomeInTheEnvironmentGiveTheSameResults() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-u", "HOME", LOCAL.toString()));
    arguments.addAll(List.of(run("out")));

    assertTrained(
        Script.run(
            ENV, folder, Map.of("LANG", "C", "LC_ALL", "C"), arguments.toArray(String[]::new)));

    assertSameResults(folder.resolve("out"));
  }

  @Test
  void aCloneWithSpacesAndAccentsInItsNameRunsWithoutALocale() throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("-u", "LANG", "-u", "LC_ALL", "-u", "LC_CTYPE"));
    arguments.add(checkout.script("local.sh").toString());
    arguments.addAll(List.of(run("größe")));

    assertTrained(Script.run(ENV, folder, Map.of(), arguments.toArray(String[]::new)));

    assertSameResults(folder.resolve("größe"));
  }

  @Test
  void aHomeThatCannotBeWrittenHasTheNativesUnpackedInTheClone() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    String home = file.resolve("home").toString();

    assertTrained(
        Script.run(
            checkout.script("local.sh"),
            folder,
            Map.of(
                "LC_ALL", "C.UTF-8", "HOME", home, "BNSWEEP_JAVA_OPTIONS", "-Duser.home=" + home),
            run("out")),
        "bnsweep: the native libraries are in .*/target/javacpp, not in .*: it cannot be made");

    assertSameResults(folder.resolve("out"));
    assertThat(checkout.home().resolve("target/javacpp")).isNotEmptyDirectory();
  }

  @Test
  void aUserWithoutANameRunsAnothersClone() throws Exception {
    Checkout others = Checkout.linked(HOME, folder.resolve("clone"));
    Path own = Files.createDirectory(folder.resolve("own"));
    for (Path path : List.of(shared, folder)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> arguments =
        new ArrayList<>(List.of("--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
    Path setpriv = tool("setpriv");
    assumeWorks(
        setpriv,
        arguments,
        "sh",
        "-c",
        "test -r \"$0\" && test -r \"$1\" && \"${JAVA_HOME:+$JAVA_HOME/bin/}java\" -version",
        HOME.resolve("target/bnsweep.jar").toString(),
        shared.resolve("tiny.yaml").toString());
    arguments.addAll(List.of(ENV.toString(), "-u", "HOME", others.script("local.sh").toString()));
    arguments.addAll(List.of(run("out")));

    assertTrained(
        Script.run(
            setpriv,
            own,
            Map.of("LC_ALL", "C.UTF-8", "TMPDIR", own.toString()),
            arguments.toArray(String[]::new)),
        "bnsweep: the native libraries are in .*/bnsweep-natives-.*, not in .*");

    assertSameResults(own.resolve("out"));
    assertThat(own.resolve("?")).doesNotExist();
  }

  @Test
  void aCheckoutWhoseNameJavaWouldMisreadGivesTheSameResults() throws Exception {
    Checkout odd = Checkout.linked(HOME, folder.resolve("a:b#c\"d%25,e;f'g*h?i\\j$k&l!m"));
    int port = ClusterPort.reserve(odd.home());
    // With options, no archive of classes is made first.
    Map<String, String> environment =
        Map.of("LC_ALL", "C.UTF-8", "BNSWEEP_JAVA_OPTIONS", "-Xshare:auto");

    assertTrained(Script.run(odd.script("local.sh"), folder, environment, run("local")));
    assertSameResults(folder.resolve("local"));

    Script start = standalone(odd, port, "start", "1");
    try {
      assertThat(start.out()).as(start.err()).isEqualTo("spark://127.0.0.1:" + port + "\n");
      List<String> arguments = new ArrayList<>(List.of("spark://127.0.0.1:" + port));
      arguments.addAll(List.of(run("cluster")));
      assertTrained(
          Script.run(
              odd.script("cluster.sh"), folder, environment, arguments.toArray(String[]::new)));
      assertSameResults(folder.resolve("cluster"));
      assertThat(standalone(odd, port, "status").exitCode()).isZero();
    } finally {
      standalone(odd, port, "stop");
    }
    assertThat(standalone(odd, port, "status").exitCode()).isEqualTo(1);
  }

  private Script standalone(Checkout checkout, int port, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--port", Integer.toString(port)));
    return Script.run(checkout.script("standalone.sh"), folder, UTF_8, all.toArray(String[]::new));
  }

  @Test
  void oneCoreGivesTheSameResults() throws Exception {
    Path taskset = tool("taskset");
    List<String> arguments = new ArrayList<>(List.of("-c", "0"));
    assumeWorks(taskset, arguments, "true");
    arguments.add(LOCAL.toString());
    arguments.addAll(List.of(run("out")));

    assertTrained(Script.run(taskset, folder, UTF_8, arguments.toArray(String[]::new)));

    assertSameResults(folder.resolve("out"));
  }

  /** spark-submit gives its own class loader to the main thread alone, not to the common pool. */
  @Test
  void sparkSubmitFindsTheNativesOnAMachineOfManyCores() throws Exception {
    String cores = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3";

    assertTrainedBySparkSubmit(Map.of("LC_ALL", "C.UTF-8", "SPARK_SUBMIT_OPTS", cores));
  }

  @Test
  void jdk25GivesTheSameResults() throws Exception {
    // With options, no archive of classes is made first.
    Map<String, String> environment =
        Map.of(
            "LC_ALL", "C.UTF-8",
            "JAVA_HOME", jdk25().toString(),
            "BNSWEEP_JAVA_OPTIONS", "-Xshare:auto");

    assertTrained(Script.run(LOCAL, folder, environment, run("out")));

    assertSameResults(folder.resolve("out"));
  }

  @Test
  void jdk25GivesTheSameResultsUnderSparkSubmit() throws Exception {
    assertTrainedBySparkSubmit(Map.of("LC_ALL", "C.UTF-8", "JAVA_HOME", jdk25().toString()));
  }

  private void assertTrainedBySparkSubmit(Map<String, String> environment) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("local[2]"));
    arguments.addAll(List.of(run("out")));

    assertTrained(
        Script.run(
            HOME.resolve("submit/cluster.sh"),
            folder,
            environment,
            arguments.toArray(String[]::new)));
    assertSameResults(folder.resolve("out"));
  }

  private static Path tool(String name) {
    Optional<Path> tool =
        Stream.of("/usr/bin", "/bin", "/usr/local/bin")
            .map(bin -> Path.of(bin, name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(tool.isPresent(), name + " is not here");
    return tool.orElseThrow();
  }

  private void assumeWorks(Path tool, List<String> options, String... command) throws Exception {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of(command));
    Script tried = Script.run(tool, folder, Map.of(), arguments.toArray(String[]::new));
    assumeTrue(tried.exitCode() == 0, tool + " may not do this here: " + tried.err().strip());
  }

  private static Path jdk25() throws IOException {
    List<Path> homes = new ArrayList<>();
    Optional.ofNullable(System.getenv("JAVA25_HOME")).map(Path::of).ifPresent(homes::add);
    Path jvms = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(jvms)) {
      try (Stream<Path> found = Files.list(jvms)) {
        found.filter(jvm -> jvm.getFileName().toString().contains("25")).forEach(homes::add);
      }
    }
    Optional<Path> jdk =
        homes.stream().filter(home -> Files.isExecutable(home.resolve("bin/java"))).findFirst();
    assumeTrue(jdk.isPresent(), "there is no JDK 25 here; JAVA25_HOME can name one");
    return jdk.orElseThrow();
  }
}
