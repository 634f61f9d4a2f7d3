package org.bnsweep.report.io;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.statistics.SweepSummary;
import org.bnsweep.sweep.TrialResult;
import org.jspecify.annotations.Nullable;

/** A finished run's folder, as the report reads it. */
public record FolderSource(RunReader reader) implements RunSource {

  @Override
  public RunFacts facts() {
    RunInfo info = reader.info();
    SweepSummary summary = reader.summary();
    return new RunFacts(
        info.name(),
        info.provenance().epochs(),
        info.provenance().trainSize(),
        info.testSize(),
        info.elsewhere(),
        info.seconds(),
        summary.trainableRanges().stream().map(FolderSource::range).toList(),
        summary.largestLearningRates().stream().findFirst().map(FolderSource::rates),
        Making.of(info),
        info.settings().toPrettyString());
  }

  @Override
  public void forEachTrial(Consumer<TrialResult> action) {
    reader.forEachTrial(trial -> action.accept(trial.result()));
  }

  private static ScaleRange range(SweepSummary.TrainableRange range) {
    return new ScaleRange(
        range.accuracy(),
        range.testedDecades(),
        range.groups(),
        span(range.bn()),
        span(range.plain()));
  }

  private static LargestRates rates(SweepSummary.LargestLearningRate rate) {
    return new LargestRates(rate.accuracy(), optional(rate.bn()), optional(rate.plain()));
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Optional<ScaleRange.Span> span(SweepSummary.Range range) {
    Double from = range.from();
    Double to = range.to();
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(new ScaleRange.Span(range.decades(), from, to));
  }
}
