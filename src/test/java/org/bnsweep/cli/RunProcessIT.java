package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * The program as a process that is interrupted or killed, and the run that goes on after it: in the
 * end the default experiment has every trial once, every point equal to NumPy's.
 */
@Tag("process")
// Far more than the processes of a test take on a busy machine: it is there to end one that hangs.
@Timeout(600)
@DisabledOnOs(OS.WINDOWS)
class RunProcessIT {
  /** The first four trials only. */
  private static final String[] FOUR = {"--set", "where=[weight_scale > 0.1]"};

  @TempDir Path temporary;

  private List<String> arguments(String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", ReferenceSweep.CONFIG, "--out", folder().toString()));
    arguments.addAll(List.of("--trials-per-task", "1"));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--master")) {
      arguments.addAll(List.of("--master", "local[2]"));
    }
    return arguments;
  }

  private CliRun run(String... more) {
    return CliRun.of(arguments(more).toArray(String[]::new));
  }

  private Path folder() {
    return temporary.resolve("run");
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve("trials"))) {
      return files.sorted().toList();
    }
  }

  private static boolean hasPart(Path folder) throws IOException {
    Path trials = folder.resolve("trials");
    if (!Files.exists(trials)) {
      return false;
    }
    try (Stream<Path> files = Files.list(trials)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("part-"));
    }
  }

  /** Goes on and checks the end; trials that were reused. */
  private long resume() throws IOException {
    CliRun resumed = run();
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(parts()).noneMatch(file -> file.toString().endsWith(".tmp"));
    assertThat(Files.readAllLines(folder().resolve("summary.csv")))
        .hasSize(1 + 2 * ReferenceSweep.SIZE);
    return ReferenceSweep.assertReached(folder().toString()).trials().reused();
  }

  @Test
  void ctrlCKeepsFinishedTrialsAndTheSameCommandGoesOn() throws Exception {
    // SIGINT is what the terminal sends for Ctrl-C.
    ProgramProcess interrupted =
        ProgramProcess.localSignalled(
            arguments(),
            "INT",
            err -> err.stream().anyMatch(line -> line.startsWith("bnsweep: 1 of 16 trials in ")));

    assertToldOfTheInterrupt(interrupted);
    assertThat(parts()).isNotEmpty().noneMatch(file -> file.toString().endsWith(".tmp"));
    assertThat(folder().resolve("run.json")).doesNotExist();
    assertThat(resume()).isBetween(1L, 15L);
  }

  @Test
  void ctrlCSilencesWhatSparkSaysWhileItStops() throws Exception {
    ProgramProcess interrupted =
        ProgramProcess.signalled(
            List.of("-Dspark.extraListeners=" + LoudEnd.class.getName()),
            arguments(),
            "INT",
            err -> err.stream().anyMatch(line -> line.startsWith("bnsweep: 1 of 16 trials in ")));

    assertToldOfTheInterrupt(interrupted);
  }

  /** Stands for what is stopped in its midst, such as a task whose samples are gone already. */
  public static final class LoudEnd extends SparkListener {
    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd end) {
      LoggerFactory.getLogger("org.apache.spark.scheduler.TaskSetManager")
          .error("stopped", new IllegalStateException("a block does not exist"));
    }
  }

  @Test
  void ctrlCBeforeATrialIsTrainedLeavesWhatThereWas() throws Exception {
    assertThat(run(FOUR).exitCode()).isZero();
    List<Path> before = parts();

    ProgramProcess interrupted =
        ProgramProcess.localSignalled(
            arguments(), "INT", err -> err.stream().anyMatch(RunProcessIT::tellsOfReuse));

    assertToldOfTheInterrupt(interrupted);
    assertThat(parts()).isEqualTo(before);
    assertThat(resume()).isEqualTo(4);
  }

  private static boolean tellsOfReuse(String line) {
    return line.startsWith("bnsweep: 4 of 16 trials are in ");
  }

  private void assertToldOfTheInterrupt(ProgramProcess interrupted) {
    assertThat(interrupted.exitCode()).as(interrupted.err().toString()).isEqualTo(130);
    assertThat(
            interrupted.err().stream()
                .filter(line -> !line.startsWith("bnsweep: preparing "))
                .filter(line -> !tellsOfReuse(line))
                // A busy machine takes its time, but one that is stuck says so for a minute.
                .filter(line -> !line.matches("bnsweep: still (?!ending the run,).*"))
                .filter(line -> !line.matches("bnsweep: still ending the run, .* \\([1-5]\\d s\\)"))
                .filter(line -> !line.matches("bnsweep: \\d+ of 16 trials in .*")))
        .containsExactly(
            "bnsweep: interrupted; finished trials are in "
                + folder()
                + ", the same command goes on");
  }

  @Test
  void aDriverKilledWhileTrialsRunLosesNothingCommitted() throws Exception {
    // One after the other, the default experiment's first trial first.
    String[] many = {"--master", "local[1]", "--set", "seed={range: [0, 100]}"};

    ProgramProcess killed =
        ProgramProcess.signalled(arguments(many), "KILL", err -> hasPart(folder()));

    assertThat(killed.exitCode()).as(killed.err().toString()).isEqualTo(137);
    assertThat(ReferenceSweep.committed(folder().toString())).isPositive();
    assertThat(resume()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"written", "closed", "renamed"})
  void aDriverKilledInTheMiddleOfACommitLosesNothingCommitted(String step) throws Exception {
    assertThat(run(FOUR).exitCode()).isZero();

    ProgramProcess killed = ProgramProcess.run(List.of("-Dbnsweep.crash=" + step), arguments());

    assertThat(killed.exitCode()).isEqualTo(137);
    long committed = ReferenceSweep.committed(folder().toString());
    if (step.equals("renamed")) {
      assertThat(committed).isGreaterThan(4);
    } else {
      assertThat(committed).isEqualTo(4);
    }
    assertThat(resume()).isEqualTo(committed);
  }

  @Test
  void partsCutShortAreSetAsideAndTheirTrialsAreTrainedAgain() throws Exception {
    assertThat(run(FOUR).exitCode()).isZero();
    for (Path part : parts()) {
      byte[] bytes = Files.readAllBytes(part);
      Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));
    }

    assertThat(resume()).isZero();
  }

  @Test
  void ctrlCEndsAPageThatIsKeptWithoutAStackTrace() throws Exception {
    List<String> arguments = new ArrayList<>(arguments(FOUR));
    arguments.addAll(List.of("--set", "epochs=1", "--serve", "--keep-serving"));

    ProgramProcess served =
        ProgramProcess.signalled(
            arguments, "INT", err -> err.stream().anyMatch(line -> line.endsWith(" until Ctrl-C")));

    // The run is complete, but a shell is to know that it was Ctrl-C that ended the process.
    assertThat(served.exitCode()).as(served.err().toString()).isEqualTo(130);
    assertThat(served.err())
        .allMatch(line -> line.startsWith("bnsweep: "))
        .last()
        .asString()
        .matches("bnsweep: the page stays at http://127\\.0\\.0\\.1:\\d+/ until Ctrl-C");
    assertThat(folder().resolve("run.json")).exists();
    assertThat(folder().resolve("report.html")).exists();
  }
}
