package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bnsweep.FileNames;
import org.bnsweep.cli.options.Master;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input: exit code 2, one line that says what would be right, and nothing written. */
class BadInputTest {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;

  @TempDir Path folder;
  private String config;
  private Path runs;

  @BeforeEach
  void writeConfig() throws IOException {
    config = TinyRun.config(folder);
    runs = folder.resolve("runs");
  }

  private static void assertRefused(String message, String... arguments) {
    assertThat(CliRun.of(arguments))
        .isEqualTo(new CliRun(2, "", "bnsweep: " + message + System.lineSeparator()));
  }

  /** A run into {@code runs/run}, which must not appear. */
  private void assertRunRefused(String message, String... settings) {
    String[] arguments = new String[4 + 2 * settings.length];
    arguments[0] = "run";
    arguments[1] = config;
    arguments[2] = "--out";
    arguments[3] = runs.resolve("run").toString();
    for (int i = 0; i < settings.length; i++) {
      arguments[4 + 2 * i] = "--set";
      arguments[5 + 2 * i] = settings[i];
    }
    assertRefused(message, arguments);
    assertThat(runs).doesNotExist();
  }

  /** A folder with 20 images of 2 x 2 and their labels. */
  private Path data() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    write(data, "train-images-idx3-ubyte", idx(80, IMAGES, 20, 2, 2));
    write(data, "train-labels-idx1-ubyte", idx(20, LABELS, 20));
    return data;
  }

  private static byte[] idx(int bytes, int... header) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    for (int number : header) {
      out.writeInt(number);
    }
    out.write(new byte[bytes]);
    return file.toByteArray();
  }

  private static void write(Path folder, String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
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
    assertRunRefused("--set " + setting + ": " + message, setting);
  }

  @Test
  void rejectsMoreSamplesThanThereAre() {
    assertRunRefused(
        "data.train_size is 2000, must be at most 1000, the samples in "
            + "embedded:train-images-idx3-ubyte.gz; fetch mnist gets all 60000 and 10000",
        "train_size=2000");
  }

  @Test
  void rejectsAMissingDataFolder() {
    assertRunRefused(
        "data.source is "
            + folder
            + "/nowhere, but there is no such file or folder; it must be embedded, or a file,"
            + " folder or URI",
        "source=" + folder + "/nowhere");
  }

  @Test
  void rejectsALabelFileGivenAsImages() throws IOException {
    Path data = data();
    write(data, "train-images-idx3-ubyte", idx(20, LABELS, 20));

    assertRunRefused(
        data
            + "/train-images-idx3-ubyte: has labels (magic 0x00000801), "
            + "expected images (magic 0x00000803)",
        "source=" + data);
  }

  @Test
  void rejectsATruncatedFileOfImages() throws IOException {
    Path data = data();
    write(data, "train-images-idx3-ubyte", idx(79, IMAGES, 20, 2, 2));

    assertRunRefused(
        data
            + "/train-images-idx3-ubyte: is truncated: 95 bytes, its header promises 20 images of "
            + "2x2, 96 bytes",
        "source=" + data);
  }

  @Test
  void rejectsAnEmptyFileOfLabels() throws IOException {
    Path data = data();
    write(data, "train-labels-idx1-ubyte", new byte[0]);

    assertRunRefused(
        data + "/train-labels-idx1-ubyte: is empty, expected labels (magic 0x00000801)",
        "source=" + data);
  }

  @Test
  void rejectsAHeaderThatPromisesTwoBillionImages() throws IOException {
    Path data = data();
    write(data, "train-images-idx3-ubyte", idx(80, IMAGES, 2_000_000_000, 28, 28));

    assertRunRefused(
        data
            + "/train-images-idx3-ubyte: is truncated: 96 bytes, its header promises 2000000000 "
            + "images of 28x28, 1568000000016 bytes",
        "source=" + data);
  }

  @Test
  void rejectsCountsThatDisagree() throws IOException {
    Path data = data();
    write(data, "train-labels-idx1-ubyte", idx(21, LABELS, 21));

    assertRunRefused(
        data
            + "/train-labels-idx1-ubyte: has 21 labels, must be 20 as the images in "
            + data
            + "/train-images-idx3-ubyte",
        "source=" + data);
  }

  @Test
  void findsBeforeTrainingThatTheFolderCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(
        "cannot write to the run folder "
            + file
            + "/run: Parent path is not a directory: file:"
            + file,
        "run",
        config,
        "--out",
        file + "/run");
  }

  @Test
  void rejectsAFileAsRunFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(
        file + " is a file, but --out must be a folder or a name that is free",
        "run",
        config,
        "--out",
        file.toString());
  }

  @Test
  void leavesAFolderWithSomethingElseAlone() throws IOException {
    Path thesis = Files.createDirectory(folder.resolve("thesis"));
    Files.writeString(thesis.resolve("thesis.tex"), "years of work");

    assertRefused(
        thesis
            + " holds thesis.tex and no run; choose another --out, or write a run beside it with "
            + "--overwrite",
        "run",
        config,
        "--out",
        thesis.toString());
    assertThat(TinyRun.names(thesis)).containsExactly("thesis.tex");
  }

  @Test
  void refusesARunOfAnotherTrainSize() throws IOException {
    Path run = folder.resolve("run");
    TinyRun.folder(run, result -> result);

    CliRun refused = CliRun.of("run", config, "--out", run.toString(), "--set", "train_size=21");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err())
        .startsWith("bnsweep: " + run + "/trials/part-000001-")
        .endsWith(
            ".parquet has trials of another train_size, its own is 20, this run's is 21; choose"
                + " another --out, or start again with --overwrite"
                + System.lineSeparator());
  }

  @Test
  void refusesARunOfOtherData() throws IOException {
    Path run = folder.resolve("run");
    TinyRun.folder(run, result -> result);

    CliRun refused = CliRun.of("run", config, "--out", run.toString(), "--set", "test_size=5");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err())
        .startsWith("bnsweep: " + run + "/trials/part-000001-")
        .contains(".parquet has trials of another data checksum, its own is ")
        .contains(", this run's is ")
        .endsWith(
            "; choose another --out, or start again with --overwrite" + System.lineSeparator());
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
  void leavesTheOldRunWhereTheNewOneIsRefused() throws IOException {
    Path run = folder.resolve("run");
    TinyRun.folder(run, result -> result);
    List<String> before = TinyRun.names(run);
    byte[] manifest = Files.readAllBytes(run.resolve("run.json"));

    CliRun refused =
        CliRun.of(
            "run",
            config,
            "--out",
            run.toString(),
            "--overwrite",
            "--master",
            "spark://127.0.0.1:1");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(TinyRun.names(run)).isEqualTo(before);
    assertThat(TinyRun.names(run.resolve("trials"))).hasSize(1);
    assertThat(run.resolve("run.json")).hasBinaryContent(manifest);
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
  void rejectsAFolderWithoutARun() throws IOException {
    for (String command : new String[] {"report", "best", "verify"}) {
      assertRefused(
          folder
              + " has no run.json: it is no run folder, or its run has not finished and the same "
              + "command resumes it",
          command,
          folder.toString());
    }
    assertThat(TinyRun.names(folder)).containsExactly("tiny.yaml");
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
