package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process that is interrupted or killed, and the run that goes on after it. */
@Tag("process")
@Timeout(180)
class RunProcessIT {
  private static final String YAML =
      """
      name: interrupted
      data: {train_size: 100}
      epochs: 20
      grid: {weight_scale: [0.1, 0.01], hidden: [50], seed: {range: [0, 40]}}
      """;

  @TempDir Path temporary;

  private List<String> arguments(Path folder, String... more) throws IOException {
    Path config = Files.writeString(temporary.resolve("interrupted.yaml"), YAML);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", config.toString(), "--out", folder.toString()));
    arguments.addAll(List.of("--master", "local[1]", "--trials-per-task", "1"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private CliRun run(Path folder, String... more) throws IOException {
    return CliRun.of(arguments(folder, more).toArray(String[]::new));
  }

  /** The same in a process of its own, with its stderr to read. */
  private static Process start(List<String> options, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-Djdk."))
        .forEach(command::add);
    command.add("-Xmx512m");
    Path home = Path.of(System.getProperty("bnsweep.home", ".")).toAbsolutePath();
    command.add("-Dlog4j2.configurationFile=" + home.resolve("conf/log4j2.properties"));
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static JsonNode json(Path folder) throws IOException {
    return new ObjectMapper().readTree(folder.resolve("run.json").toFile());
  }

  private static List<String> parts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("trials"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Goes on in {@code folder}; checks that it ends as a run that nobody disturbed. */
  private void assertResumes(Path folder, long leastReused, String... settings) throws IOException {
    CliRun resumed = run(folder, settings);
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    JsonNode trials = json(folder).get("trials");
    assertThat(trials.get("reused").asLong()).isGreaterThanOrEqualTo(leastReused);
    assertThat(trials.get("reused").asLong() + trials.get("trained").asLong())
        .isEqualTo(trials.get("planned").asLong());
    assertThat(parts(folder)).noneMatch(name -> name.endsWith(".tmp"));

    Path undisturbed = temporary.resolve("undisturbed");
    assertThat(run(undisturbed, settings).exitCode()).isZero();
    assertThat(json(folder).get("fingerprint")).isEqualTo(json(undisturbed).get("fingerprint"));
    assertThat(Files.readAllLines(folder.resolve("summary.csv")))
        .hasSize(1 + 2 * trials.get("planned").asInt());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ctrlCKeepsFinishedTrialsAndTheSameCommandGoesOn() throws Exception {
    Path folder = temporary.resolve("run");
    Process process = start(List.of(), arguments(folder));
    List<String> lines = new ArrayList<>();
    try (BufferedReader err = process.errorReader()) {
      String line = err.readLine();
      while (line != null) {
        lines.add(line);
        if (line.startsWith("bnsweep: 1 of 80 trials, ")) {
          // What the terminal sends for Ctrl-C.
          new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        }
        line = err.readLine();
      }
    }

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(lines.toString()).isEqualTo(130);
    assertThat(lines)
        .hasSize(2)
        .endsWith(
            "bnsweep: interrupted; finished trials are in "
                + folder
                + ", the same command goes on");
    assertThat(parts(folder)).isNotEmpty().noneMatch(name -> name.endsWith(".tmp"));
    assertThat(folder.resolve("run.json")).doesNotExist();
    assertResumes(folder, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"written", "closed", "renamed"})
  void aDriverKilledInTheMiddleOfACommitLosesNothingCommitted(String step) throws Exception {
    Path folder = temporary.resolve("run");
    assertThat(run(folder, "--set", "grid.seed=0").exitCode()).isZero();
    String[] more = {"--set", "grid.seed=[0,1,2]"};

    Process process = start(List.of("-Dbnsweep.crash=" + step), arguments(folder, more));
    process.errorReader().lines().forEach(line -> {});

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(137);
    // Two trials were committed before, and all six once the part has its name.
    assertResumes(folder, step.equals("renamed") ? 6 : 2, more);
  }
}
