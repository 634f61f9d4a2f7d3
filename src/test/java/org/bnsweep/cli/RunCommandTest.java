package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code run} from configuration to report. */
class RunCommandTest extends WithTinyRuns {
  @Test
  void trainsWhatIsMissingAndNothingElse() throws IOException {
    Path folder = temporary.resolve("run");

    CliRun first = run(folder);

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.lines())
        .containsSubsequence(
            "weight_scale    with BN   without   with BN   without",
            "0.1               0.200     0.150         -         -",
            "0.01              0.200     0.100         -         -",
            "files in " + folder,
            "  report.html         everything on one page",
            "  final-accuracy.png  final accuracy against one axis",
            "  curves.parquet      every point of every curve")
        .allMatch(line -> line.length() <= 80 || line.startsWith("files in "));
    assertThat(first.out()).containsPattern("(?m)^2 trials: 0 diverged, 0 failed; 0:\\d\\d$");
    assertThat(first.err()).contains("bnsweep: 2 of 2 trials in ");
    assertThat(trials(folder))
        .isEqualTo("{\"planned\":2,\"reused\":0,\"trained\":2,\"diverged\":0,\"failed\":0}");
    assertThat(TinyRun.names(folder))
        .contains(
            "accuracy.png",
            "accuracy.svg",
            "curves.parquet",
            "report.html",
            "run.json",
            "summary.csv",
            "trials");
    assertThat(json(folder).get("master").asText()).isEqualTo("local[1]");
    assertThat(folder.resolve("report.html")).content().contains("[\"master\",\"local[1]\"]");
    String bits = json(folder).get("bits").asText();
    JsonNode seconds = json(folder).get("seconds");
    byte[] curves = Files.readAllBytes(folder.resolve("curves.parquet"));
    List<String> parts = TinyRun.names(folder.resolve("trials"));

    CliRun second = run(folder);

    assertThat(second.exitCode()).isZero();
    assertThat(second.err())
        .isEqualTo("bnsweep: 2 of 2 trials are in " + folder + " already" + System.lineSeparator());
    assertThat(second.out())
        .contains("2 trials, 2 of them from earlier runs: 0 diverged, 0 failed");
    assertThat(trials(folder))
        .isEqualTo("{\"planned\":2,\"reused\":2,\"trained\":0,\"diverged\":0,\"failed\":0}");
    assertThat(json(folder).get("bits").asText()).isEqualTo(bits);
    assertThat(json(folder).get("master").asText()).isEqualTo("local[1]");
    assertThat(json(folder).get("seconds")).isEqualTo(seconds);
    // It has trained nothing.
    assertThat(Files.readAllBytes(folder.resolve("curves.parquet"))).isEqualTo(curves);
    assertThat(TinyRun.names(folder.resolve("trials"))).isEqualTo(parts);

    Files.writeString(folder.resolve("heat-map.png"), "of a run with two axes");
    CliRun grown = run(folder, "--set", "grid.seed=[0,1]");

    assertThat(grown.exitCode()).isZero();
    assertThat(grown.err()).contains("bnsweep: 2 of 4 trials are in " + folder + " already");
    assertThat(trials(folder))
        .isEqualTo("{\"planned\":4,\"reused\":2,\"trained\":2,\"diverged\":0,\"failed\":0}");
    assertThat(folder.resolve("heat-map.png")).doesNotExist();
    assertThat(CliRun.of("verify", folder.toString(), "--trials", "all").lines())
        .contains("4 of 4 trials trained again: 4 equal");
  }

  @Test
  void shardsAreTrainedApartAndMergedToTheGrid() throws IOException {
    Path whole = temporary.resolve("whole");
    run(whole, "--set", "grid.seed=[0,1,2]");
    Path first = temporary.resolve("first");
    Path second = temporary.resolve("second");

    CliRun shard = run(first, "--set", "grid.seed=[0,1,2]", "--shard", "1/2");
    run(second, "--set", "grid.seed=[0,1,2]", "--shard", "2/2");

    assertThat(shard.exitCode()).as(shard.err()).isZero();
    assertThat(shard.err())
        .startsWith("bnsweep: shard 1 of 2, of a grid of 6 trials: 3 trials")
        .contains("bnsweep: 3 of 3 trials in ");
    assertThat(shard.out())
        .containsPattern("(?m)^3 trials \\(shard 1 of 2, of a grid of 6 trials\\): 0 ");
    assertThat(json(first).get("shard").toString())
        .isEqualTo("{\"numbers\":[1],\"of\":2,\"grid_trials\":6}");
    assertThat(trials(first)).startsWith("{\"planned\":3,\"reused\":0,\"trained\":3,");
    assertThat(first.resolve("report.html"))
        .content()
        .contains("[\"part\",\"shard 1 of 2, of a grid of 6 trials\"]");

    Path merged = temporary.resolve("merged");
    CliRun partly =
        CliRun.of("merge", first.toString(), first + "/../whole", "--out", merged.toString());
    assertThat(partly.exitCode()).as(partly.err()).isZero();
    CliRun merge =
        CliRun.of("merge", second.toString(), first.toString(), "--out", merged.toString());

    assertThat(merge.err()).isEmpty();
    assertThat(json(merged).has("shard")).isFalse();
    assertThat(json(merged).get("bits")).isEqualTo(json(whole).get("bits"));
    assertThat(merged.resolve("curves.parquet"))
        .hasBinaryContent(Files.readAllBytes(whole.resolve("curves.parquet")));

    Path half = temporary.resolve("half");
    run(temporary.resolve("third"), "--set", "grid.seed=[0,1,2]", "--shard", "3/4");
    CliRun missing =
        CliRun.of(
            "merge",
            first.toString(),
            temporary.resolve("third").toString(),
            "--out",
            half.toString());

    assertThat(missing.exitCode()).isZero();
    assertThat(missing.err())
        .isEqualTo("bnsweep: shards 2 and 4 of 4 are not among the runs" + System.lineSeparator());
    assertThat(run(half, "--set", "grid.seed=[0,1,2]").err())
        .contains("bnsweep: 3 of 6 trials are in " + half + " already");
  }

  @Test
  void refusesAShardThatThereIsNot() throws IOException {
    CliRun larger = run(temporary.resolve("run"), "--shard", "1/3");
    CliRun beyond = run(temporary.resolve("run"), "--shard", "4/3");

    assertThat(larger.exitCode()).isEqualTo(2);
    assertThat(larger.err())
        .isEqualTo(
            "bnsweep: --shard is 1/3, but the grid has only 2 trials; N must not be larger"
                + System.lineSeparator());
    assertThat(beyond.exitCode()).isEqualTo(2);
    assertThat(beyond.err())
        .isEqualTo(
            "bnsweep: Invalid value for option '--shard': it is 4/3, must be I/N with I from 1 "
                + "to N and N at most 10000, as 2/4; see bnsweep run --help"
                + System.lineSeparator());
    assertThat(temporary.resolve("run")).doesNotExist();
  }

  @Test
  void startsAnewWhenAskedToAndTouchesNothingElse() throws IOException {
    Path folder = temporary.resolve("run");
    TinyRun.folder(folder, result -> result, "grid.seed=[0,1,2]");
    Files.writeString(folder.resolve("notes.txt"), "mine");

    CliRun run = run(folder, "--overwrite", "--trials-per-task", "2");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(trials(folder))
        .isEqualTo("{\"planned\":2,\"reused\":0,\"trained\":2,\"diverged\":0,\"failed\":0}");
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void pointsToTheFileWhereThereAreTooManyTrialsForATable() throws IOException {
    Path folder = temporary.resolve("run");
    String seeds = "grid.seed={range: [0, 21]}";
    TinyRun.folder(folder, result -> result, seeds);

    CliRun run = run(folder, "--set", seeds);

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).contains("42 trials, too many for a table here: see summary.csv");
    assertThat(run.out()).contains("decades of weight_scale that reach 0.5, of 1.0 ");
  }

  @Test
  void takesANetworkThatDivergesForAResult() throws IOException {
    Path folder = temporary.resolve("run");

    CliRun run =
        run(folder, "--set", "grid.weight_scale=[0.1]", "--set", "grid.learning_rate=1e300");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("1 trial: 1 diverged, 0 failed");
  }
}
