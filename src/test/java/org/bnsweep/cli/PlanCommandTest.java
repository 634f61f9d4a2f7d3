package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.bnsweep.cli.options.Master;
import org.bnsweep.cli.run.TaskCuts;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.sweep.GridTrials;
import org.bnsweep.sweep.SampleShape;
import org.bnsweep.sweep.TrialIdentity;
import org.bnsweep.sweep.Workload;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  @TempDir Path folder;
  private String config;

  @BeforeEach
  void writeConfig() throws IOException {
    config = TinyRun.config(folder);
  }

  @Test
  void tellsTheTrialsTheWorkAndTheTimeAndWritesNothing() throws IOException {
    CliRun plan =
        CliRun.of("plan", config, "--master", "local[2]", "--set", "grid.seed={range: [0, 500]}");

    assertThat(plan.exitCode()).isZero();
    assertThat(plan.err()).isEmpty();
    assertThat(plan.lines())
        .contains(
            "run            tiny, 1,000 trials",
            "weight_scale   2 values: 0.1, 0.01",
            "hidden         [2]",
            "seed           500 values: 0, 1, 2, 3, ..., 499",
            "optimizer      sgd",
            "epochs         2",
            "data           embedded, 20 training and 0 test samples",
            "samples        784 features, 10 classes",
            "broadcast      15.7 kB to each executor, bytes v as v/255",
            "output         about 77.4 kB, 4,000 rows",
            "master         local[2], 2 slots")
        .allMatch(line -> line.length() <= 80);
    assertThat(plan.out())
        .containsPattern(
            "work           \\d\\.\\de\\d+ floating-point operations, \\d\\.\\de\\d+ a trial")
        .containsPattern("tasks          \\d+ tasks of [\\d,]+ trials?, \\d+ waves?")
        .containsPattern("time           about 0:0\\d, \\S+ s a trial as measured over 2 epochs");
    assertThat(TinyRun.names(folder)).containsExactly("tiny.yaml");
  }

  /** However fast the trial was that it has timed. */
  @Test
  void cutsTasksAsRunDoes() {
    CliRun plan =
        CliRun.of("plan", config, "--master", "local[2]", "--set", "grid.seed={range: [0, 20000]}");

    RunConfig tiny =
        ConfigReader.readText(TinyRun.YAML, "tiny.yaml", List.of("grid.seed={range: [0, 20000]}"));
    TaskCuts cuts =
        TaskCuts.of(
            new Workload(SampleShape.MNIST, 20, 0, 2, Recordings.NONE),
            new GridTrials(tiny.grid(), new TrialIdentity(2, "any")),
            Optional.empty());
    assertThat(cuts.of(40_000, 2).trialsPerTask()).isEqualTo(985);
    assertThat(plan.lines()).contains("tasks          41 tasks of 985 trials, 21 waves");
  }

  /** What a job's trials keep has to fit into the driver, too. */
  @Test
  void cutsSmallerTasksOfTrialsThatKeepMore() {
    RunConfig tiny =
        ConfigReader.readText(TinyRun.YAML, "tiny.yaml", List.of("grid.seed={range: [0, 20000]}"));
    GridTrials trials = new GridTrials(tiny.grid(), new TrialIdentity(2, "any"));
    Recordings all = Recordings.of(Recording.values());
    Workload work = new Workload(SampleShape.MNIST, 20, 0, 2, all);

    // One hidden layer: 4 points, each with 2 gradients and 5 steps, and 36 for the histograms.
    assertThat(work.points(tiny.grid().get(0))).isEqualTo(68);
    assertThat(TaskCuts.of(work, trials, Optional.empty()).of(40_000, 2).trialsPerTask())
        .isEqualTo(200_000 / 8 / 68);
  }

  @Test
  void printsTheSameAsJson() throws IOException {
    CliRun plan =
        CliRun.of("plan", config, "--json", "--master", "local[3]", "--trials-per-task", "1");

    assertThat(plan.exitCode()).isZero();
    JsonNode json = new ObjectMapper().readTree(plan.out());
    assertThat(json.get("trials").asLong()).isEqualTo(2);
    assertThat(json.get("axes").get(0).toString())
        .isEqualTo("{\"name\":\"weight_scale\",\"count\":2,\"values\":[0.1,0.01]}");
    assertThat(json.get("slots").asInt()).isEqualTo(3);
    assertThat(json.get("trials_per_task").asInt()).isEqualTo(1);
    assertThat(json.get("tasks").asInt()).isEqualTo(2);
    assertThat(json.get("waves").asInt()).isEqualTo(1);
    assertThat(json.get("broadcast_bytes").asLong()).isEqualTo(20 * 785);
    assertThat(json.get("features").asInt()).isEqualTo(784);
    assertThat(json.get("classes").asInt()).isEqualTo(10);
    assertThat(json.get("values").asText()).isEqualTo("bytes v as v/255");
    assertThat(json.get("output_rows").asLong()).isEqualTo(8);
    double flops = json.get("flops").asDouble();
    assertThat(json.get("flops_per_trial").asDouble()).isEqualTo(flops / 2);
    JsonNode timed = json.get("timed_trial");
    assertThat(json.get("seconds_per_trial").asDouble())
        .isEqualTo(flops / 2 * timed.get("seconds").asDouble() / timed.get("flops").asDouble());
    assertThat(json.get("seconds").asDouble()).isPositive();
  }

  @Test
  void asksForTheSlotsOfACluster() {
    assertThat(CliRun.of("plan", config, "--master", "spark://host:7077"))
        .isEqualTo(
            new CliRun(
                2,
                "",
                "bnsweep: --slots is missing: it must say how many tasks spark://host:7077 runs at "
                    + "the same time"
                    + System.lineSeparator()));
    assertThat(CliRun.of("plan", config, "--master", "spark://host:7077", "--slots", "64").lines())
        .contains("master         spark://host:7077, 64 slots");
  }

  @Test
  void warnsOfBatchesThatLeaveBatchNormalizationNothing() {
    String[] plan = {"plan", config, "--master", "spark://host:7077", "--slots", "2", "--set"};
    String warning =
        "warning: at batch_size 1 Batch Normalization answers beta whatever it is given: bn learns"
            + " nothing of the samples; use 2 or more, or normalization layer or rms";

    assertThat(CliRun.of(with(plan, "batch_size=[1,50]")).lines()).contains(warning);
    assertThat(CliRun.of(with(plan, "batch_size=[2,50]")).out()).doesNotContain("warning");
    assertThat(CliRun.of(with(plan, "batch_size=1", "--set", "normalization=layer")).out())
        .doesNotContain("warning");
  }

  private static String[] with(String[] plan, String... more) {
    return Stream.concat(Arrays.stream(plan), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void warnsOfMoreThreadsThanCores() {
    int cores = Runtime.getRuntime().availableProcessors();
    String master = "local[" + (cores + 1) + "]";

    assertThat(CliRun.of("plan", config, "--master", master).lines())
        .anyMatch(
            line ->
                line.startsWith("warning: " + (cores + 1) + " slots of ")
                    && line.contains(" BLAS thread")
                    && line.contains(" each are more than the " + cores + " core"));
    assertThat(CliRun.of("plan", config, "--master", "spark://host:7077", "--slots", "999").out())
        .doesNotContain("warning");
  }

  @Test
  void tellsTheSizeOfTheCurvesToAThird() throws IOException {
    String[] settings = {"grid.seed={range: [0, 50]}", "epochs=20"};
    Path run = folder.resolve("run");
    TinyRun.folder(run, result -> result, settings);

    CliRun plan = CliRun.of("plan", config, "--json", "--set", settings[0], "--set", settings[1]);

    JsonNode json = new ObjectMapper().readTree(plan.out());
    assertThat(json.get("features").asInt()).isEqualTo(784);
    assertThat(json.get("classes").asInt()).isEqualTo(10);
    assertThat(json.get("values").asText()).isEqualTo("bytes v as v/255");
    assertThat(json.get("output_rows").asLong()).isEqualTo(4000);
    assertThat(json.get("output_bytes").asDouble())
        .isCloseTo(
            (double) Files.size(run.resolve("curves.parquet")), Percentage.withPercentage(33));
  }

  @Test
  void describesTwoHundredThousandTrials() {
    CliRun plan =
        CliRun.of(
            "plan", config, "--master", "local[2]", "--set", "grid.seed={range: [0, 100000]}");

    assertThat(plan.lines())
        .contains(
            "run            tiny, 200,000 trials", "output         about 14.4 MB, 800,000 rows");
  }

  @Test
  void countsTheSlotsOfLocalMasters() {
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(new Master("local").slots()).hasValue(1);
    assertThat(new Master("local[*]").slots()).hasValue(cores);
    assertThat(new Master("local[*,3]").slots()).hasValue(cores);
    assertThat(new Master("local[12]").slots()).hasValue(12);
    assertThat(new Master("local[12,3]").slots()).hasValue(12);
    assertThat(new Master("yarn").slots()).isEmpty();
  }
}
