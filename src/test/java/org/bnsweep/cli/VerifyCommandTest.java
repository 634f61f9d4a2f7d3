package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} on run folders. */
class VerifyCommandTest {
  private static final String NEW_LINE = System.lineSeparator();

  @TempDir Path temporary;

  private String run(UnaryOperator<TrialResult> change, String... settings) {
    return TinyRun.folder(temporary.resolve("run"), change, settings);
  }

  /** The last loss of the network without BN, one bit off in the trial of {@code scale}. */
  private static UnaryOperator<TrialResult> oneBitOff(double scale) {
    return result -> {
      if (result.trial().hyperparameters().weightScale().scale() != scale) {
        return result;
      }
      Trained trained = (Trained) result.outcome();
      PairCurves curves = trained.curves();
      List<Point> points = new ArrayList<>(curves.plain().points());
      Point last = points.get(1);
      points.set(
          1,
          new Point(
              last.epoch(),
              last.iteration(),
              Math.nextUp(last.trainLoss()),
              last.trainAccuracy(),
              last.testAccuracy()));
      NetworkCurve plain = new NetworkCurve(points, curves.plain().divergedEpoch());
      return with(
          result,
          new Trained(new PairCurves(curves.normalized(), plain), List.of(), trained.arithmetic()));
    };
  }

  private static TrialResult with(TrialResult result, TrialResult.Outcome outcome) {
    return new TrialResult(result.trial(), outcome, result.seconds());
  }

  @Test
  void findsTheSameNumbers() {
    CliRun verify = CliRun.of("verify", run(result -> result), "--trials", "all");

    assertThat(verify.err()).isEmpty();
    assertThat(verify.exitCode()).isZero();
    assertThat(verify.lines()).hasSize(3);
    assertThat(verify.lines().get(0)).matches("trial 0 \\([0-9a-f]{32}\\): equal");
    assertThat(verify.lines().get(1)).matches("trial 1 \\([0-9a-f]{32}\\): equal");
    assertThat(verify.lines().get(2)).isEqualTo("2 of 2 trials trained again: 2 equal");
  }

  @Test
  void findsOneBitInALoss() {
    CliRun verify = CliRun.of("verify", run(oneBitOff(0.01)));

    assertThat(verify.exitCode()).isEqualTo(1);
    assertThat(verify.lines().get(0)).endsWith("): equal");
    assertThat(verify.lines().get(1))
        .containsPattern(
            "\\): differs: plain epoch 1 train_loss is ([0-9.]+), recorded (?!\\1$)[0-9.]+$");
    assertThat(verify.lines().get(2)).isEqualTo("2 of 2 trials trained again: 1 equal, 1 differs");
  }

  private static final Arithmetic OTHER = new Arithmetic("000000000000", "Haswell", "linux-x86_64");

  /** As if each trial had been recorded with {@code arithmetic}. */
  private static UnaryOperator<TrialResult> recordedWith(Arithmetic arithmetic) {
    return result -> {
      Trained trained = (Trained) result.outcome();
      return with(result, new Trained(trained.curves(), List.of(), arithmetic));
    };
  }

  private static UnaryOperator<TrialResult> then(
      UnaryOperator<TrialResult> first, UnaryOperator<TrialResult> second) {
    return result -> second.apply(first.apply(result));
  }

  private static TrialResult accuracyOfOneSampleMore(TrialResult result) {
    Trained trained = (Trained) result.outcome();
    NetworkCurve bn = trained.curves().normalized();
    Point last = bn.points().get(1);
    Point other =
        new Point(
            last.epoch(),
            last.iteration(),
            last.trainLoss(),
            last.trainAccuracy() + 0.05,
            last.testAccuracy());
    NetworkCurve changed = new NetworkCurve(List.of(bn.points().get(0), other), bn.divergedEpoch());
    PairCurves curves = new PairCurves(changed, trained.curves().plain());
    return with(result, new Trained(curves, List.of(), trained.arithmetic()));
  }

  @Test
  void allowsRoundingToAnotherArithmeticAndSaysHowToRepeatIt() {
    CliRun verify = CliRun.of("verify", run(then(oneBitOff(0.01), recordedWith(OTHER))));

    assertThat(verify.err()).isEmpty();
    assertThat(verify.exitCode()).isZero();
    assertThat(verify.lines().get(0)).endsWith("): equal");
    assertThat(verify.lines().get(1)).matches(".*\\): equal but for rounding \\(to \\de-16\\)");
    assertThat(verify.lines().get(2))
        .isEqualTo("2 of 2 trials trained again: 1 equal, 1 equal but for rounding");
    Arithmetic here = Arithmetic.ofThisProcess();
    assertThat(verify.lines().get(3)).isEqualTo("recorded with kernel Haswell on linux-x86_64");
    assertThat(verify.lines().get(4))
        .isEqualTo("  trained again with kernel " + here.kernel() + " on " + here.platform());
    assertThat(verify.lines().get(5))
        .isEqualTo(
            here.kernel().equals("Haswell")
                ? "  the kernel is the same, the library or its settings are not"
                : "  for the same bits: OPENBLAS_CORETYPE=Haswell, if this processor can run it");
    assertThat(verify.lines()).hasSize(6).allMatch(line -> line.length() <= 80);
  }

  @Test
  void tellsAnErrorFromRoundingOnAnotherArithmetic() {
    CliRun verify =
        CliRun.of(
            "verify", run(then(VerifyCommandTest::accuracyOfOneSampleMore, recordedWith(OTHER))));

    assertThat(verify.exitCode()).isEqualTo(1);
    assertThat(verify.lines().get(0)).contains("): differs: bn epoch 1 train_accuracy is 0.");
    assertThat(verify.lines().get(2)).isEqualTo("2 of 2 trials trained again: 2 differ");
  }

  @Test
  void comparesBitForBitWhereOnlyTheKernelsNameIsAnother() {
    Arithmetic renamed = new Arithmetic(Arithmetic.ofThisProcess().id(), "Zen", "linux-x86_64");

    CliRun verify = CliRun.of("verify", run(then(oneBitOff(0.01), recordedWith(renamed))));

    assertThat(verify.exitCode()).isEqualTo(1);
    assertThat(verify.lines()).hasSize(3);
    assertThat(verify.lines().get(2)).isEqualTo("2 of 2 trials trained again: 1 equal, 1 differs");
  }

  @Test
  void allowsRoundingToARunFromBeforeArithmeticsWereKept() {
    CliRun verify =
        CliRun.of("verify", run(then(oneBitOff(0.01), recordedWith(Arithmetic.UNKNOWN))));

    assertThat(verify.exitCode()).isZero();
    assertThat(verify.lines().subList(2, verify.lines().size()))
        .containsExactly(
            "2 of 2 trials trained again: 1 equal, 1 equal but for rounding",
            "recorded before runs kept their arithmetic, compared but for rounding");
  }

  @Test
  void saysUpToWhichEpochAccuraciesStay() {
    CliRun verify = CliRun.of("verify", run(result -> result), "--sensitivity");

    assertThat(verify.exitCode()).isZero();
    assertThat(verify.lines()).hasSize(5);
    assertThat(verify.lines().get(1)).isEqualTo("  all accuracies stay if the last bit changes");
    assertThat(VerifyCommand.words(OptionalInt.of(3)))
        .isEqualTo("accuracies stay up to epoch 2 if the last bit changes");
    assertThat(VerifyCommand.words(OptionalInt.of(0)))
        .isEqualTo("no accuracy is sure to stay if the last bit changes");
  }

  @Test
  void findsSettingsThatAreNotThoseOfTheId() {
    UnaryOperator<TrialResult> otherRate =
        result -> {
          Hyperparameters h = result.trial().hyperparameters();
          Hyperparameters other =
              Hyperparameters.builder()
                  .weightScale(h.weightScale())
                  .learningRate(0.02)
                  .batchSize(h.batchSize())
                  .hidden(h.hidden())
                  .activation(h.activation())
                  .dropout(h.dropout())
                  .weightDecay(h.weightDecay())
                  .optimizer(h.optimizer())
                  .seed(h.seed())
                  .build();
          Trial trial = new Trial(result.trial().id(), other);
          return new TrialResult(trial, result.outcome(), result.seconds());
        };

    CliRun verify = CliRun.of("verify", run(otherRate), "--trials", "1");

    assertThat(verify.exitCode()).isEqualTo(1);
    assertThat(verify.lines().get(0)).endsWith("): differs: the id is not that of its settings");
  }

  @Test
  void hasNothingToCompareForAFailedTrial() {
    CliRun verify = CliRun.of("verify", run(result -> with(result, new Failed("why"))));

    assertThat(verify.exitCode()).isZero();
    assertThat(verify.lines().get(0))
        .endsWith("): failed when it was recorded, nothing to compare");
    assertThat(verify.lines().get(2))
        .isEqualTo("0 of 2 trials trained again, 2 without curves: nothing to compare");
  }

  @Test
  void choosesTrialsEvenlyFromTheFirstToTheLast() {
    assertThat(chosen(3, 16)).containsExactly(0L, 8L, 15L);
    assertThat(chosen(2, 7)).containsExactly(0L, 6L);
    assertThat(chosen(1, 7)).containsExactly(0L);
    assertThat(chosen(7, 7)).hasSize(7);
    assertThat(chosen(999, 1000)).hasSize(999);
    assertThat(chosen(1, 1)).containsExactly(0L);
  }

  private static List<Long> chosen(long count, long planned) {
    List<Long> chosen = new ArrayList<>();
    for (long i = 0; i < planned; i++) {
      if (VerifyCommand.isChosen(i, count, planned)) {
        chosen.add(i);
      }
    }
    return chosen;
  }

  @Test
  void refusesOtherSamples() throws IOException {
    String folder = run(result -> result);
    Path json = temporary.resolve("run/run.json");
    String checksum = "\"data_checksum\" : \"";
    String text = Files.readString(json);
    int start = text.indexOf(checksum) + checksum.length();
    String recorded = text.substring(start, start + 64);
    String other = "0".repeat(64);
    Files.writeString(json, text.replace(recorded, other));

    assertThat(CliRun.of("verify", folder))
        .isEqualTo(
            new CliRun(
                2,
                "",
                "bnsweep: "
                    + folder
                    + " was trained on other samples: their checksum is "
                    + other
                    + ", that of embedded is "
                    + recorded
                    + NEW_LINE));
  }

  @Test
  void asksForTheFolderOfSamplesThatAreNotEmbedded() throws IOException {
    String folder = run(result -> result);
    Path json = temporary.resolve("run/run.json");
    Files.writeString(json, Files.readString(json).replace("\"embedded\"", "\"mnist\""));

    assertThat(CliRun.of("verify", folder).err())
        .isEqualTo(
            "bnsweep: "
                + folder
                + " was trained on samples from mnist, give their folder with --source"
                + NEW_LINE);
    assertThat(CliRun.of("verify", folder, "--source", "embedded").exitCode()).isZero();
  }

  @Test
  void rejectsACountThatIsNone() {
    assertThat(CliRun.of("verify", run(result -> result), "--trials", "some"))
        .isEqualTo(
            new CliRun(
                2,
                "",
                "bnsweep: --trials is some, must be a whole number of 1 or more, or all"
                    + NEW_LINE));
  }
}
