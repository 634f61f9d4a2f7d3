package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  @TempDir Path temporary;

  private String run(String name, String... settings) {
    return run(name, result -> result, settings);
  }

  private String run(String name, UnaryOperator<TrialResult> change, String... settings) {
    return TinyRun.folder(temporary.resolve(name), change, settings);
  }

  private String out() {
    return temporary.resolve("merged").toString();
  }

  @Test
  void putsRunsTogetherAndVerifiesSomeFirst() throws IOException {
    String first = run("first", "grid.seed=[0,1]");
    String second = run("second", "grid.seed=[1,2]");

    CliRun merge = CliRun.of("merge", first, second, "--out", out(), "--verify", "3");

    assertThat(merge.err()).isEmpty();
    assertThat(merge.exitCode()).isZero();
    assertThat(merge.lines())
        .contains("3 of 6 trials trained again: 3 equal", "files in " + out())
        .anyMatch(line -> line.startsWith("6 trials: 0 diverged, 0 failed; "));
    assertThat(merge.lines().get(0))
        .matches(".*(first|second) trial \\d \\([0-9a-f]{32}\\): equal");
    assertThat(TinyRun.names(temporary.resolve("merged")))
        .contains("report.html", "origins.csv", "curves.parquet");
    assertThat(temporary.resolve("merged/report.html"))
        .content()
        .contains("tiny: 4 trials; tiny: 2 trials");
    assertThat(CliRun.of("verify", out(), "--trials", "all").lines())
        .last()
        .isEqualTo("6 of 6 trials trained again: 6 equal");
  }

  @Test
  void writesNothingIfARunDoesNotVerify() {
    String first = run("first", MergeCommandTest::swapped, "grid.seed=[0]");
    String second = run("second", MergeCommandTest::swapped, "grid.seed=[1]");

    CliRun merge = CliRun.of("merge", first, second, "--out", out(), "--verify", "9");

    assertThat(merge.exitCode()).isEqualTo(1);
    assertThat(merge.err())
        .isEqualToNormalizingNewlines("bnsweep: nothing was written to " + out() + "\n");
    assertThat(merge.lines()).last().isEqualTo("4 of 4 trials trained again: 4 differ");
    assertThat(Files.exists(Path.of(out()))).isFalse();
  }

  private static TrialResult swapped(TrialResult result) {
    Trained trained = (Trained) result.outcome();
    PairCurves curves = new PairCurves(trained.curves().plain(), trained.curves().normalized());
    return new TrialResult(
        result.trial(),
        new Trained(curves, Recorded.NOTHING, trained.arithmetic()),
        result.seconds());
  }

  @Test
  void namesConflictsAndRefusesThem() {
    String first = run("first");
    String second = run("second", MergeCommandTest::swapped);

    CliRun refused = CliRun.of("merge", first, second, "--out", out());

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().lines().toList()).hasSize(3);
    assertThat(refused.err().lines().toList().get(0))
        .matches(
            "bnsweep: trial [0-9a-f]{32} in .*second \\(kernel \\w+\\) is not that of .*first "
                + "\\(kernel \\w+\\): bn epoch 0 train_\\w+ is [-.0-9E]+, recorded [-.0-9E]+.*");
    assertThat(refused.err())
        .endsWith(
            "bnsweep: 2 trials have other numbers in another run, nothing was written; see bnsweep"
                + " verify for which are right, --on-conflict first takes those of the run named"
                + " first"
                + System.lineSeparator());
    assertThat(Files.exists(Path.of(out()))).isFalse();

    CliRun taken = CliRun.of("merge", first, second, "--out", out(), "--on-conflict", "first");

    assertThat(taken.exitCode()).isZero();
    assertThat(CliRun.of("verify", out(), "--trials", "all").exitCode()).isZero();
  }

  @Test
  void saysWhatTheMergedRunHasNot() throws IOException {
    String first =
        run(
            "first",
            "grid.seed=[0]",
            "record_activations=true",
            "record_gradients=true",
            "record_landscape=true");
    String second = run("second", "grid.seed=[1]");

    CliRun merge = CliRun.of("merge", first, second, "--out", out());

    assertThat(merge.exitCode()).isZero();
    assertThat(merge.err().lines())
        .containsExactly(
            "bnsweep: not all runs kept activations, so there will be no activations.parquet",
            "bnsweep: a merged run keeps no gradients, so there will be no gradients.parquet",
            "bnsweep: a merged run keeps no landscape, so there will be no landscape.parquet");
    assertThat(TinyRun.names(temporary.resolve("merged")))
        .doesNotContain("activations.parquet", "gradients.parquet", "landscape.parquet");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesALinkToOneOfTheRunsBeforeItRemovesAnything() throws IOException {
    String first = run("first");
    String second = run("second", "grid.seed=[1]");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of(first));
    List<String> before = TinyRun.names(Path.of(first));

    refuses(
        "--out is "
            + link
            + ", one of the runs to merge; choose another folder, as these stay as they are",
        first,
        second,
        "--out",
        link.toString(),
        "--overwrite");
    refuses(link + "/ is given twice, must be each run once", first, link + "/", "--out", out());

    assertThat(TinyRun.names(Path.of(first))).isEqualTo(before);
    assertThat(CliRun.of("verify", first, "--trials", "all").exitCode()).isZero();
  }

  /** The runs would be refused as well, for their conflicts. */
  @Test
  void refusesAForeignFolderBeforeItReadsTheRuns() throws IOException {
    String first = run("first");
    String second = run("second", MergeCommandTest::swapped);
    Files.createDirectories(Path.of(out()));
    Files.writeString(Path.of(out(), "notes.txt"), "mine");

    refuses(
        out()
            + " holds notes.txt and no run; choose another --out, or write a run beside it with "
            + "--overwrite",
        first,
        second,
        "--out",
        out());
    assertThat(TinyRun.names(Path.of(out()))).containsExactly("notes.txt");
  }

  @Test
  void saysWhatIsWrongInOneLine() throws IOException {
    String first = run("first");
    String missing = temporary.resolve("missing").toString();
    Files.createDirectories(temporary.resolve("foreign"));
    Files.writeString(temporary.resolve("foreign/notes.txt"), "mine");
    String foreign = temporary.resolve("foreign").toString();
    String second = run("second", "grid.seed=[1]");

    refuses("merge is given 1 run, must be two or more", first, "--out", out());
    refuses(
        missing
            + " has no run.json: it is no run folder, or its run has not finished and the same "
            + "command resumes it",
        first,
        missing,
        "--out",
        out());
    refuses(
        "--out is "
            + second
            + ", one of the runs to merge; choose another folder, as these stay "
            + "as they are",
        first,
        second,
        "--out",
        second);
    refuses(
        foreign
            + " holds notes.txt and no run; choose another --out, or write a run beside it with "
            + "--overwrite",
        first,
        second,
        "--out",
        foreign);
    refuses(
        "Invalid value for option '--on-conflict': it is both, must be one of refuse, first;"
            + " see bnsweep merge --help",
        first,
        second,
        "--out",
        out(),
        "--on-conflict",
        "both");
    assertThat(Files.exists(Path.of(out()))).isFalse();
  }

  private static void refuses(String line, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "merge";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CliRun merge = CliRun.of(all);

    assertThat(merge.err()).isEqualTo("bnsweep: " + line + System.lineSeparator());
    assertThat(merge.exitCode()).isEqualTo(2);
  }
}
