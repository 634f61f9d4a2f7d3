package org.bnsweep.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.stats.SweepSummary;
import org.bnsweep.stats.SweepSummary.Best;
import org.bnsweep.stats.SweepSummary.Gap;
import org.bnsweep.stats.SweepSummary.LargestLearningRate;
import org.bnsweep.stats.SweepSummary.Range;
import org.bnsweep.stats.SweepSummary.TrainableRange;
import org.bnsweep.store.RunReader;
import org.bnsweep.train.ByNetwork;

/** What the sweep says about a normalization, a line per answer; 80 columns. */
final class ClosingAnswers {
  private final RunReader run;

  ClosingAnswers(RunReader run) {
    this.run = run;
  }

  void print(PrintWriter out) {
    SweepSummary summary = run.summary();
    Set<NormalizationKind> kinds = run.normalizations();
    row(out, "", ByNetwork.of(network -> network.overall(kinds)));
    for (TrainableRange range : summary.trainableRanges()) {
      if (range.testedDecades() > 0) {
        row(
            out,
            String.format(
                Locale.ROOT,
                "decades of weight_scale that reach %s, of %.1f",
                range.accuracy(),
                range.testedDecades()),
            range.networks().map(ClosingAnswers::decades));
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
                Numbers.brief(rate.tested())),
            rate.networks().map(ClosingAnswers::number));
      }
    }
    row(out, "best accuracy", summary.best().networks().map(ClosingAnswers::best));
    Gap gap = summary.generalizationGap();
    if (gap != null) {
      row(out, "training minus test accuracy, mean", gap.networks().map(Numbers::accuracy));
    }
    out.println();
  }

  private static void row(PrintWriter out, String what, ByNetwork<String> values) {
    out.println(String.format("%-52s%12s%12s", what, values.normalized(), values.plain()));
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

  private static String number(Optional<Double> value) {
    return value.map(Numbers::brief).orElse("none");
  }

  private static String best(Optional<Best> best) {
    return best.map(b -> Numbers.accuracy(b.bestAccuracy())).orElse("none");
  }
}
