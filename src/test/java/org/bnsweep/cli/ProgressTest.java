package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Trial TRIAL = new Trial("0", ConfigReader.single(List.of()).grid().get(0));

  private static String[] linesOf(Terminal terminal, TrialResult.Outcome... outcomes) {
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err);
    try (Progress progress = Progress.of(outcomes.length, writer, terminal)) {
      for (TrialResult.Outcome outcome : outcomes) {
        progress.trialFinished(new TrialResult(TRIAL, outcome, 0.5));
      }
    }
    writer.flush();
    return err.toString().split(System.lineSeparator());
  }

  private static Trained trained(double bn, double plain) {
    return new Trained(new PairCurves(curve(bn), curve(plain)));
  }

  private static NetworkCurve curve(double accuracy) {
    return new NetworkCurve(
        List.of(new Point(0, 0, 2.3, accuracy, Double.NaN)), NetworkCurve.NEVER);
  }

  @Test
  void writesALineForTheFirstAndTheLastTrialWithTheirRate() {
    String[] lines = linesOf(Terminal.NO, trained(0.5, 0.25), trained(0, 0), trained(0.75, 0.125));

    assertThat(lines).hasSize(2);
    assertThat(lines[0])
        .matches(
            "bnsweep: 1 of 3 trials, 0:00 elapsed, about 0:00 left, [0-9.]+/s, "
                + "with BN 0\\.500, without 0\\.250");
    assertThat(lines[1])
        .matches(
            "bnsweep: 3 of 3 trials, 0:00 elapsed, about 0:00 left, [0-9.]+/s, "
                + "with BN 0\\.750, without 0\\.125");
  }

  @Test
  void showsNoControlCharacterOfAFailure() {
    assertThat(linesOf(Terminal.NO, new Failed("a\u001b[2J\nb")))
        .singleElement()
        .asString()
        .endsWith(", failed: a?[2J b");
  }

  @Test
  void drawsABarForATerminal() {
    String[] lines = linesOf(Terminal.YES, trained(0.5, 0.25), trained(0.75, 0.125));

    assertThat(lines).hasSize(1);
    assertThat(lines[0]).startsWith("\rtrials").contains("2/2");
  }
}
