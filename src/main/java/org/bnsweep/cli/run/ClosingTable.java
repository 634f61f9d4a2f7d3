package org.bnsweep.cli.run;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.report.model.AxisValue;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.stats.CurveFigures;
import org.bnsweep.stats.Figure;
import org.bnsweep.stats.Threshold;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;

/**
 * The table at the end of a run: what both networks of each trial reached. Fits 80 columns for up
 * to three axes.
 */
final class ClosingTable {
  /** More trials than fit a screen are better looked at in the files. */
  private static final int MOST_ROWS = 40;

  private static final Threshold GOOD = Threshold.HALF;

  private final RunReader run;

  ClosingTable(RunReader run) {
    this.run = run;
  }

  void print(PrintWriter out) {
    long planned = run.info().trials().planned();
    if (planned > MOST_ROWS) {
      out.println(
          PlainText.count(planned, "trial") + ", too many for a table here: see summary.csv");
      out.println();
      return;
    }
    List<RecordedTrial> trials = new ArrayList<>();
    run.forEachTrial(trials::add);
    Map<Hyperparameter, Integer> widths = widths(trials);
    StringBuilder header = new StringBuilder();
    widths.forEach((axis, width) -> header.append(padded(axis.word(), width)));
    out.println(
        " ".repeat(header.length()) + "    final accuracy    first epoch >= " + GOOD.accuracy());
    String with = normalized(trials);
    out.println(header + "%9s%10s%10s%10s".formatted(with, "without", with, "without"));
    for (RecordedTrial trial : trials) {
      StringBuilder row = new StringBuilder();
      ByNetwork<Optional<CurveFigures>> figures =
          ByNetwork.of(network -> trial.curve(network).map(CurveFigures::of));
      widths.forEach((axis, width) -> row.append(padded(value(axis, trial), width)));
      row.append(
          String.format(
              "%9s%10s%10s%10s",
              finalAccuracy(figures.of(Network.NORMALIZED)),
              finalAccuracy(figures.of(Network.PLAIN)),
              firstGood(figures.of(Network.NORMALIZED)),
              firstGood(figures.of(Network.PLAIN))));
      out.println(row);
    }
    out.println();
  }

  /** What the networks of the column are, if they are all the same. */
  private static String normalized(List<RecordedTrial> trials) {
    return Network.NORMALIZED.label(
        trials.stream()
            .map(trial -> trial.trial().hyperparameters().normalization())
            .collect(Collectors.toSet()));
  }

  /** The axes that vary, each with the width of its column. */
  private static Map<Hyperparameter, Integer> widths(List<RecordedTrial> trials) {
    Map<Hyperparameter, Integer> widths = new EnumMap<>(Hyperparameter.class);
    for (Hyperparameter axis : Hyperparameter.values()) {
      TreeSet<String> values = new TreeSet<>();
      trials.forEach(trial -> values.add(value(axis, trial)));
      if (values.size() > 1 || (trials.size() == 1 && axis == Hyperparameter.WEIGHT_SCALE)) {
        values.add(axis.word());
        widths.put(axis, values.stream().mapToInt(String::length).max().orElseThrow() + 2);
      }
    }
    return widths;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String value(Hyperparameter axis, RecordedTrial trial) {
    return AxisValue.of(axis, axis.of(trial.trial().hyperparameters())).brief();
  }

  private static String finalAccuracy(Optional<CurveFigures> figures) {
    return figures.map(f -> Numbers.accuracy(f.of(Figure.FINAL_ACCURACY))).orElse("failed");
  }

  private static String firstGood(Optional<CurveFigures> figures) {
    return figures
        .filter(f -> f.reached(GOOD))
        .map(f -> Integer.toString(f.epoch(GOOD.firstEpoch()).orElseThrow()))
        .orElse("-");
  }
}
