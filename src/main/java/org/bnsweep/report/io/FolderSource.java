package org.bnsweep.report.io;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.stats.SweepSummary;
import org.bnsweep.stats.SweepSummary.OfKind;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.Recordings;

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
        summary.trainableRanges().stream().map(range -> range(range, summary.kinds())).toList(),
        summary.largestLearningRates().stream()
            .findFirst()
            .map(rate -> rates(rate, summary.kinds())),
        Making.of(info),
        info.reading(),
        info.settings().toPrettyString());
  }

  @Override
  public void forEachTrial(Consumer<TrialResult> action) {
    reader.forEachTrial(Recordings.ALL, trial -> action.accept(trial.result()));
  }

  /** Without what was recorded, which is most of what there is to read. */
  @Override
  public void forEachSetting(Consumer<Hyperparameters> action) {
    reader.forEachTrial(Recordings.NONE, trial -> action.accept(trial.trial().hyperparameters()));
  }

  private static ScaleRange range(
      SweepSummary.TrainableRange range, Map<NormalizationKind, OfKind> kinds) {
    Map<NormalizationKind, ScaleRange.OfKind> ofKinds = new EnumMap<>(NormalizationKind.class);
    kinds.forEach(
        (kind, answers) ->
            answers
                .range(range.accuracy())
                .ifPresent(
                    its ->
                        ofKinds.put(
                            kind,
                            new ScaleRange.OfKind(
                                its.testedDecades(), its.groups(), span(its.bn())))));
    return new ScaleRange(
        range.accuracy(),
        range.testedDecades(),
        range.groups(),
        range.networks().map(FolderSource::span),
        ofKinds);
  }

  private static LargestRates rates(
      SweepSummary.LargestLearningRate rate, Map<NormalizationKind, OfKind> kinds) {
    Map<NormalizationKind, Optional<Double>> ofKinds = new EnumMap<>(NormalizationKind.class);
    kinds.forEach(
        (kind, answers) ->
            answers
                .rate(rate.accuracy())
                .ifPresent(its -> ofKinds.put(kind, its.networks().normalized())));
    return new LargestRates(rate.accuracy(), rate.networks(), ofKinds);
  }

  private static Optional<ScaleRange.Span> span(SweepSummary.Range range) {
    Double from = range.from();
    Double to = range.to();
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(new ScaleRange.Span(range.decades(), from, to));
  }
}
