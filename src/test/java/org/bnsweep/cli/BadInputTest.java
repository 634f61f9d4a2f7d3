package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.cli.CliRun.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import org.bnsweep.FileNames;
import org.bnsweep.cli.options.Master;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input: exit code 2, one line that says what would be right, and nothing written. */
class BadInputTest {
  @TempDir Path folder;
  private String config;
  private Path runs;

  @BeforeEach
  void writeConfig() throws IOException {
    config = TinyRun.config(folder);
    runs = folder.resolve("runs");
  }

  @Test
  void rejectsAMissingConfiguration() {
    assertRefused(
        folder + "/no.yaml: no such file, must be a YAML file such as conf/weight-scale.yaml",
        "run",
        folder + "/no.yaml");
  }

  @Test
  void rejectsAFolderAsConfiguration() {
    assertRefused(folder + ": is a folder, must be a YAML file", "plan", folder.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lerning_rate=1      | unknown key lerning_rate, did you mean learning_rate?
          learning_rate=.nan  | grid.learning_rate is .nan, must be a finite number above 0
          learning_rate=-0.1  | grid.learning_rate is -0.1, must be a finite number above 0
          hidden=[0]          | grid.hidden[0] is 0, must be a whole number in 1..100000
          dropout=1           | grid.dropout is 1, must be a number in [0, 1)
          seed=4294967296     | grid.seed is 4294967296, must be a whole number in 0..4294967295
          epochs=0            | epochs is 0, must be a whole number in 1..100000
          weight_scale=[]     | grid.weight_scale is [], must be a value or a list of at least one value: a finite number of 0 or more, he or xavier
          """)
  void rejectsASettingAndNamesIt(String setting, String message) {
    assertRefused(
        "--set " + setting + ": " + message,
        "run",
        config,
        "--out",
        runs.resolve("run").toString(),
        "--set",
        setting);
    assertThat(runs).doesNotExist();
  }

  @Test
  void rejectsAMasterThatSparkDoesNotKnow() {
    assertRefused(
        "--master is lokal, must be local[N] of at most 1024 threads, local[*], spark://host:port,"
            + " yarn or k8s://https://host:port",
        "run",
        config,
        "--out",
        runs.toString(),
        "--master",
        "lokal");
    assertThat(runs).doesNotExist();
  }

  @Test
  void rejectsMoreThreadsThanAMachineStands() {
    assertRefused(
        "--master is local[1025], must be local[N] of at most 1024 threads, local[*], "
            + "spark://host:port, yarn or k8s://https://host:port",
        "run",
        config,
        "--out",
        runs.toString(),
        "--master",
        "local[1025]");
    assertThat(new Master("local[1024]").slots()).hasValue(1024);
  }

  @Test
  void asksForQuotesAroundAClauseWithBrackets() {
    assertRefused(
        "--set where=[seed in [0,1]]: not YAML that bnsweep reads: expected ',' or ']', but got [; "
            + "text with brackets needs quotes",
        "plan",
        config,
        "--set",
        "where=[seed in [0,1]]");
  }

  @Test
  void saysThatTheCommandLineHasChangedAGridThatIsTooLarge() {
    assertRefused(
        config
            + ":4 with --set: the grid has 20000000 trials, at most 10000000 can be trained;"
            + " shorten an axis or add sample: {count: 1000, seed: 0}",
        "plan",
        config,
        "--set",
        "seed={range: [0, 10000000]}");
  }

  @Test
  void saysAtOnceThatNoMasterAnswers() {
    assertRefused(
        "no Spark master answers at spark://127.0.0.1:1 (ConnectException: Connection refused); "
            + "start one, or correct the address",
        "run",
        config,
        "--out",
        runs.resolve("run").toString(),
        "--master",
        "spark://127.0.0.1:1");
    assertThat(runs).doesNotExist();
  }

  @Test
  void rejectsATaskWithoutTrials() {
    assertRefused(
        "--trials-per-task is 0, must be 1 or more", "run", config, "--trials-per-task", "0");
  }

  @Test
  void namesTheCommandsWhereOneIsMissing() {
    assertRefused(
        "a command is missing, must be one of run, plan, trial, report, best, verify, merge, "
            + "gradcheck, fetch; see bnsweep --help");
  }

  @Test
  void pointsToTheHelpOfTheCommandThatWasMisspelt() {
    assertRefused("Missing required parameter: 'CONFIG'; see bnsweep run --help", "run");
    assertRefused(
        "unknown option '--sett', nearest is --set; see bnsweep run --help",
        "run",
        config,
        "--sett",
        "epochs=1");
    assertRefused("unknown command 'rum', nearest is run; see bnsweep --help", "rum");
    assertRefused("unknown command 'fetsh', nearest is fetch; see bnsweep --help", "fetsh");
    assertRefused(
        "there is no data set cifar to fetch, must be one of mnist, fashion-mnist, kmnist, emnist",
        "fetch",
        "cifar",
        "somewhere");
    assertRefused("unknown command 'deploy'; see bnsweep --help", "deploy");
    assertRefused(
        "unknown option '--colour'; see bnsweep run --help", "run", config, "--colour", "always");
    assertRefused(
        "'b.yaml' is one argument too many; see bnsweep run --help", "run", config, "b.yaml");
  }

  @Test
  void rejectsSeveralTrialsWhereOneIsTrained() {
    assertRefused(
        "--set grid.seed=[0,1]: grid.seed is [0, 1], must be one value where a single trial is "
            + "trained",
        "trial",
        "--set",
        "grid.seed=[0,1]");
  }

  @Test
  void showsNoControlCharacterOfTheUser() {
    FileNames.assumeAnyLetter();
    // Escape sequences, C1's one-character form of them, and a change of direction.
    String name = folder + "/a\u001b[2J\u009b1m\u202e\nb.yaml";

    CliRun refused = CliRun.of("run", name);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "bnsweep: "
                + folder
                + "/a\\u001b[2J\\u009b1m\\u202e\\u000ab.yaml: no such file, must be a YAML file"
                + " such as conf/weight-scale.yaml"
                + System.lineSeparator());
    assertThat(CliRun.of("\u001b[2J\u009b").err())
        .isEqualTo(
            "bnsweep: unknown command '\\u001b[2J\\u009b'; see bnsweep --help"
                + System.lineSeparator());
  }

  @Test
  void showsAStackTraceOnlyWhenAskedTo() {
    String missing = folder + "/\u001b.yaml";

    assertThat(CliRun.of("run", missing).err().lines()).hasSize(1);
    assertThat(CliRun.of("--debug", "run", missing).err())
        .contains("org.bnsweep.config.ConfigException: ")
        .contains("    at org.bnsweep.cli.RunCommand.call(RunCommand.java:")
        .doesNotContain("\u001b");
  }
}
