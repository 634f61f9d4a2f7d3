package org.bnsweep.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.stats.SweepSummary;
import org.bnsweep.stats.SweepSummary.Best;
import org.bnsweep.stats.SweepSummary.Both;
import org.bnsweep.stats.SweepSummary.Gap;
import org.bnsweep.stats.SweepSummary.LargestLearningRate;
import org.bnsweep.stats.SweepSummary.OfKind;
import org.bnsweep.stats.SweepSummary.Range;
import org.bnsweep.stats.SweepSummary.TrainableRange;
import org.bnsweep.store.RunReader;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;

/**
 * What the sweep says about a normalization, a line per answer, and below it one of each kind where
 * several are compared; 80 columns.
 */
final class ClosingAnswers {
  private final RunReader run;
  private final SweepSummary summary;

  ClosingAnswers(RunReader run) {
    this.run = run;
    this.summary = run.summary();
  }

  void print(PrintWriter out) {
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
        rowOfEachKind(
            out,
            kind ->
                kind.range(range.accuracy()).map(r -> r.networks().map(ClosingAnswers::decades)));
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
        rowOfEachKind(
            out,
            kind -> kind.rate(rate.accuracy()).map(r -> r.networks().map(ClosingAnswers::number)));
      }
    }
    if (!summary.kinds().isEmpty()) {
      row(out, "trials that diverged, of " + summary.trials(), diverged(summary.diverged()));
      rowOfEachKind(out, kind -> Optional.of(diverged(kind.diverged())));
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

  /** Below a row over all pairs, those of each kind, where kinds are compared. */
  private void rowOfEachKind(
      PrintWriter out, Function<OfKind, Optional<ByNetwork<String>>> values) {
    summary
        .kinds()
        .forEach(
            (kind, answers) ->
                values
                    .apply(answers)
                    .ifPresent(v -> row(out, "  " + Network.NORMALIZED.label(kind), v)));
  }

  private static ByNetwork<String> diverged(Both<Long> trials) {
    return trials.networks().map(count -> count.map(String::valueOf).orElse("none"));
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
