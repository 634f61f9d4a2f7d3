package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code best} and {@code report} on run folders. */
class FinishedRunCommandsTest {
  private static final String NEW_LINE = System.lineSeparator();

  @TempDir Path temporary;

  private String run(UnaryOperator<TrialResult> change, String... settings) {
    return TinyRun.folder(temporary.resolve("run"), change, settings);
  }

  private static TrialResult with(TrialResult result, TrialResult.Outcome outcome) {
    return new TrialResult(result.trial(), outcome, result.seconds());
  }

  @Test
  void bestTellsTheCommandThatTrainsEachAgain() {
    String folder = run(result -> result, "grid.seed=[5]");

    CliRun best = CliRun.of("best", folder, "--network", "bn", "-n", "1");

    assertThat(best.err()).isEmpty();
    assertThat(best.exitCode()).isZero();
    assertThat(best.lines()).hasSize(2);
    assertThat(best.lines().get(0)).matches("1\\. final_accuracy 0\\.\\d{3}, with BN");
    String command = best.lines().get(1).strip();
    assertThat(command)
        .matches(
            "submit/local.sh trial --set weight_scale=0\\.0?1 --set batch_size=10 --set 'hidden=\\[2]' "
                + "--set seed=5 --set train_size=20 --set epochs=2");
    String[] again = command.replace("'", "").substring("submit/local.sh ".length()).split(" ");
    CliRun trial = CliRun.of(again);
    String accuracy = trial.lines().get(1).replaceAll(".* - ", "");
    assertThat(best.lines().get(0))
        .isEqualTo(
            String.format(
                Locale.ROOT, "1. final_accuracy %.3f, with BN", Double.valueOf(accuracy)));
  }

  @Test
  void bestRanksBothNetworksAndPutsTheEarliestEpochFirst() {
    UnaryOperator<TrialResult> made =
        result -> {
          boolean large = result.trial().hyperparameters().weightScale().scale() == 0.1;
          return with(
              result,
              Outcomes.trained(
                  new PairCurves(curve(0.5, 0.6), large ? curve(0.2, 0.7) : curve(0, 0))));
        };
    String folder = run(made);

    assertThat(ranks(CliRun.of("best", folder, "--metric", "first_epoch_50")))
        .containsExactly(
            "1. first_epoch_50 0, with BN",
            "2. first_epoch_50 0, with BN",
            "3. first_epoch_50 1, without BN");
    assertThat(ranks(CliRun.of("best", folder, "-n", "2")))
        .containsExactly("1. final_accuracy 0.700, without BN", "2. final_accuracy 0.600, with BN");
    assertThat(ranks(CliRun.of("best", folder, "--network", "plain", "-n", "1")))
        .containsExactly("1. final_accuracy 0.700, without BN");
  }

  private static NetworkCurve curve(double first, double second) {
    return new NetworkCurve(
        List.of(new Point(0, 0, 2.3, first, Double.NaN), new Point(1, 2, 2.2, second, Double.NaN)),
        NetworkCurve.NEVER);
  }

  private static List<String> ranks(CliRun best) {
    return best.lines().stream().filter(line -> !line.startsWith(" ")).toList();
  }

  @Test
  void bestSaysWhyThereIsNone() {
    String folder = run(result -> result);

    assertThat(CliRun.of("best", folder, "--metric", "final_test_accuracy").err())
        .isEqualTo(
            "bnsweep: "
                + folder
                + ": no trial has a final_test_accuracy, the run was made with test_size 0"
                + NEW_LINE);
    assertThat(CliRun.of("best", folder, "--metric", "first_epoch_90").err())
        .isEqualTo(
            "bnsweep: "
                + folder
                + ": no trial has a first_epoch_90, no network came that far"
                + NEW_LINE);
  }

  @Test
  void bestRejectsWordsItDoesNotKnow() {
    assertThat(CliRun.of("best", "run", "--network", "both").err())
        .isEqualTo(
            "bnsweep: Invalid value for option '--network': it is both, must be one of bn, plain; "
                + "see bnsweep best --help"
                + NEW_LINE);
    assertThat(CliRun.of("best", "run", "--metric", "speed").err())
        .isEqualTo(
            "bnsweep: Invalid value for option '--metric': it is speed, must be one of "
                + "final_accuracy, best_accuracy, first_epoch_50, first_epoch_90, "
                + "area_under_curve, final_test_accuracy, best_test_accuracy; "
                + "see bnsweep best --help"
                + NEW_LINE);
  }

  @Test
  void reportDrawsAgainAndTellsWhereTheFilesAre() throws IOException {
    String folder = run(result -> result);

    CliRun report = CliRun.of("report", folder);

    assertThat(report.err()).isEmpty();
    assertThat(report.exitCode()).isZero();
    assertThat(report.lines())
        .startsWith(
            "files in " + folder,
            "  report.html         everything on one page",
            "  accuracy.png        accuracy of both networks, epoch by epoch")
        .contains("  run.json            settings, versions, arithmetic, fingerprint");
    assertThat(TinyRun.names(Path.of(folder)))
        .contains("report.html", "accuracy.png", "accuracy.svg", "final-accuracy.png")
        .noneMatch(name -> name.endsWith(".tmp"));
    assertThat(Files.readString(Path.of(folder, "report.html"))).contains("tiny");
  }
}
