package org.bnsweep.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
  private static final Trial TRIAL = new Trial("0", ConfigReader.single(List.of()).grid().get(0));

  private static String[] linesOf(Terminal terminal, TrialResult.Outcome... outcomes) {
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err);
    AtomicLong now = new AtomicLong();
    try (Progress progress = new Progress(outcomes.length, 1, writer, terminal, now::get)) {
      for (TrialResult.Outcome outcome : outcomes) {
        now.addAndGet(500_000_000);
        progress.trialFinished(new TrialResult(TRIAL, outcome, 0.5));
      }
    }
    writer.flush();
    return err.toString().split(System.lineSeparator());
  }

  private static Trained trained(double bn, double plain) {
    return Outcomes.trained(new PairCurves(curve(bn), curve(plain)));
  }

  private static NetworkCurve curve(double accuracy) {
    return new NetworkCurve(
        List.of(new Point(0, 0, 2.3, accuracy, Double.NaN)), NetworkCurve.NEVER);
  }

  @Test
  void writesALineForTheFirstAndTheLastTrialWithTheirRate() {
    String[] lines =
        linesOf(Terminal.NONE, trained(0.5, 0.25), trained(0, 0), trained(0.75, 0.125));

    assertThat(lines)
        .containsExactly(
            "bnsweep: 1 of 3 trials in 0:01, about 0:01 left, 3.0/s, BN 0.500, plain 0.250",
            "bnsweep: 3 of 3 trials in 0:02, about 0:00 left, 2.0/s, BN 0.750, plain 0.125");
  }

  /** Lines of a sweep whose tasks of {@code perTask} trials end on both of two slots. */
  private static List<String> linesOfTasks(long total, int perTask, double seconds, int tasks) {
    StringWriter err = new StringWriter();
    AtomicLong now = new AtomicLong();
    try (PrintWriter writer = new PrintWriter(err);
        Progress progress = new Progress(total, 2L * perTask, writer, Terminal.NONE, now::get)) {
      for (int task = 0; task < tasks; task++) {
        if (task % 2 == 0) {
          now.addAndGet(Math.round(seconds * 1e9));
        }
        for (int i = 0; i < perTask; i++) {
          progress.trialFinished(new TrialResult(TRIAL, trained(0.5, 0.25), 0));
        }
      }
    }
    return err.toString().lines().toList();
  }

  @Test
  void theFirstLineOfLargeTasksIsNoFurtherOffThanTwice() {
    // 50 rounds of 11 s, two tasks of a thousand each: 550 s in all.
    List<String> lines = linesOfTasks(100_000, 1000, 11, 4);

    assertThat(lines)
        .containsExactly(
            "bnsweep: 1 of 100000 trials in 0:11, about 18:08 left, 91/s",
            "bnsweep: 2001 of 100000 trials in 0:22, about 11:51 left, 136/s");
  }

  @Test
  void theFirstOfLongTrialsCountsThoseThatRunBesideIt() {
    // Eight rounds of 600 s, of which one and a half are over.
    assertThat(linesOfTasks(16, 1, 600, 1))
        .containsExactly(
            "bnsweep: 1 of 16 trials in 10:00, about 1:10:00 left, BN 0.500, plain 0.250");
  }

  @Test
  void linesFitATerminal() {
    assertThat(linesOfTasks(1_000_000, 1, 0.1, 2000))
        .allMatch(line -> line.length() <= 79)
        .contains("bnsweep: 201 of 1000000 trials in 0:10, about 13:53:10 left, 20/s");
  }

  @Test
  void showsNoControlCharacterOfAFailure() {
    assertThat(linesOf(Terminal.NONE, new Failed("a\u001b[2J\nb")))
        .singleElement()
        .asString()
        .endsWith(", failed: a\\u001b[2J b");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 60, 80, 200})
  void theBarFitsItsTerminal(int columns) {
    String[] lines =
        linesOf(Terminal.of(columns), trained(0.5, 0.25), trained(0.75, 0.125), trained(1, 1));

    assertThat(lines).hasSize(1);
    assertThat(lines[0].split("\r"))
        .allSatisfy(
            drawn -> assertThat(drawn.length()).isLessThan(columns).isLessThanOrEqualTo(79));
    assertThat(lines[0]).contains(columns < 40 ? "trials" : "3/3");
  }

  @Test
  void drawsABarForATerminal() {
    String[] lines = linesOf(Terminal.of(80), trained(0.5, 0.25), trained(0.75, 0.125));

    assertThat(lines).hasSize(1);
    assertThat(lines[0]).startsWith("\rtrials").contains("2/2");
  }
}
