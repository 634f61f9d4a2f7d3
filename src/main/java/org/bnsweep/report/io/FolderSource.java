package org.bnsweep.report.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bnsweep.stats.SweepSummary;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.sweep.TrialResult;

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
        info.settings().path("data").path("test_size").asInt(0),
        info.seconds(),
        summary.trainableRanges().stream().map(FolderSource::range).toList(),
        summary.largestLearningRates().stream().findFirst().map(FolderSource::rates),
        provenance(info),
        text(info.settings()));
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
        range.networks().map(FolderSource::span));
  }

  private static LargestRates rates(SweepSummary.LargestLearningRate rate) {
    return new LargestRates(rate.accuracy(), rate.networks());
  }

  private static Optional<ScaleRange.Span> span(SweepSummary.Range range) {
    Double from = range.from();
    Double to = range.to();
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(new ScaleRange.Span(range.decades(), from, to));
  }

  private static Map<String, String> provenance(RunInfo info) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("finished", info.finished().toString());
    if (!info.fingerprint().isEmpty()) {
      provenance.put("fingerprint of the accuracies", info.fingerprint());
    }
    provenance.put("bits of every number", info.bits());
    if (!info.arithmetics().isEmpty()) {
      provenance.put("arithmetic", arithmetics(info));
    }
    provenance.put("data checksum", info.provenance().dataChecksum());
    provenance.putAll(ClassWords.of(info.classes()));
    provenance.put("numerics version", info.provenance().numericsVersion());
    new TreeMap<>(info.versions()).forEach((name, version) -> provenance.put(name, version));
    if (!info.master().isEmpty()) {
      provenance.put("master", info.master());
    }
    if (info.trials().reused() > 0) {
      provenance.put("trials of earlier runs", Long.toString(info.trials().reused()));
    }
    provenance.put(
        "trials",
        String.format(
            Locale.ROOT,
            "%d planned, %d reused, %d trained, %d diverged, %d failed",
            info.trials().planned(),
            info.trials().reused(),
            info.trials().trained(),
            info.trials().diverged(),
            info.trials().failed()));
    return provenance;
  }

  private static String arithmetics(RunInfo info) {
    String list =
        info.arithmetics().stream()
            .map(
                use ->
                    String.format(
                        Locale.ROOT,
                        "%s (kernel %s, %s): %d %s",
                        use.arithmetic().id(),
                        use.arithmetic().kernel(),
                        use.arithmetic().platform(),
                        use.trials(),
                        use.trials() == 1 ? "trial" : "trials"))
            .collect(Collectors.joining("; "));
    return info.arithmetics().size() == 1
        ? list
        : list + ". Trials of different arithmetic may differ in the last bits of their losses.";
  }

  private static String text(JsonNode settings) {
    return settings.toPrettyString();
  }
}
