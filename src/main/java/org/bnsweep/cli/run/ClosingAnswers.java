package org.bnsweep.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.statistics.SweepSummary;
import org.bnsweep.store.statistics.SweepSummary.Best;
import org.bnsweep.store.statistics.SweepSummary.Gap;
import org.bnsweep.store.statistics.SweepSummary.LargestLearningRate;
import org.bnsweep.store.statistics.SweepSummary.Range;
import org.bnsweep.store.statistics.SweepSummary.TrainableRange;
import org.jspecify.annotations.Nullable;

/** What the sweep says about Batch Normalization, a line per answer; 80 columns. */
final class ClosingAnswers {
  private final RunReader run;

  ClosingAnswers(RunReader run) {
    this.run = run;
  }

  void print(PrintWriter out) {
    SweepSummary summary = run.summary();
    row(out, "", "with BN", "without");
    for (TrainableRange range : summary.trainableRanges()) {
      if (range.testedDecades() > 0) {
        row(
            out,
            String.format(
                Locale.ROOT,
                "decades of weight_scale that reach %s, of %.1f",
                range.accuracy(),
                range.testedDecades()),
            decades(range.bn()),
            decades(range.plain()));
      }
    }
    if (severalLearningRates()) {
      for (LargestLearningRate rate : summary.largestLearningRates()) {
        row(
            out,
            String.format(
                Locale.ROOT,
                "largest learning_rate that reaches %s, of %s",
                rate.accuracy(),
                PlainText.number(rate.tested())),
            number(rate.bn()),
            number(rate.plain()));
      }
    }
    row(out, "best accuracy", best(summary.best().bn()), best(summary.best().plain()));
    Gap gap = summary.generalizationGap();
    if (gap != null) {
      row(
          out,
          "training minus test accuracy, mean",
          String.format(Locale.ROOT, "%.3f", gap.bn()),
          String.format(Locale.ROOT, "%.3f", gap.plain()));
    }
    out.println();
  }

  private static void row(PrintWriter out, String what, String bn, String plain) {
    out.println(String.format("%-52s%12s%12s", what, bn, plain));
  }

  private boolean severalLearningRates() {
    JsonNode rates = run.info().settings().path("grid").path("learning_rate");
    return rates.isObject()
        || rates.size() > 1
        || run.info().settings().has("points")
        || run.info().settings().has("merged");
  }

  private static String decades(Range range) {
    if (range.decades() > 0) {
      return String.format(Locale.ROOT, "%.1f", range.decades());
    }
    return range.from() == null ? "none" : "one scale";
  }

  private static String number(@Nullable Double value) {
    return value == null ? "none" : PlainText.number(value);
  }

  private static String best(@Nullable Best best) {
    return best == null ? "none" : String.format(Locale.ROOT, "%.3f", best.bestAccuracy());
  }
}
