package org.bnsweep.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bnsweep.report.io.Making;
import org.bnsweep.store.MergedRun;
import org.bnsweep.store.TrialCounts;
import org.bnsweep.store.trial.ArithmeticUse;

/** How the numbers of a run were made, as the page says it: labels and values, for people only. */
final class ProvenanceText {
  private static final int MOST_CLASSES = 100;

  private ProvenanceText() {}

  /** By label, in the order to show; what is not known is left out. */
  static Map<String, String> of(Making making) {
    Map<String, String> lines = new LinkedHashMap<>();
    making.lineage().part().ifPresent(part -> lines.put("part", part.words()));
    lines.put("merged from", merged(making.lineage().merged()));
    making.finished().ifPresent(time -> lines.put("finished", time.toString()));
    lines.put("fingerprint of the accuracies", making.fingerprint());
    lines.put("bits of every number", making.bits());
    lines.put("arithmetic", arithmetics(making.arithmetics()));
    lines.put("data checksum", making.provenance().dataChecksum());
    lines.put("training samples per class", counts(making.classes().train()));
    lines.put("test samples per class", counts(making.classes().test()));
    lines.put("numerics version", making.provenance().numericsVersion());
    lines.putAll(new TreeMap<>(making.versions()));
    lines.put("master", making.master());
    TrialCounts trials = making.trials();
    lines.put("trials of earlier runs", trials.reused() > 0 ? Long.toString(trials.reused()) : "");
    lines.put("trials", making.finished().isPresent() ? counts(trials) : "");
    lines.values().removeIf(String::isEmpty);
    return lines;
  }

  private static String merged(List<MergedRun> runs) {
    return runs.stream()
        .map(
            run ->
                run.name()
                    + run.part().map(part -> " (" + part.shard().words() + ")").orElse("")
                    + ": "
                    + run.trials()
                    + (run.trials() == 1 ? " trial" : " trials"))
        .collect(Collectors.joining("; "));
  }

  private static String counts(List<Integer> classes) {
    return classes.stream()
            .limit(MOST_CLASSES)
            .map(String::valueOf)
            .collect(Collectors.joining(", "))
        + (classes.size() > MOST_CLASSES ? ", ..." : "");
  }

  private static String counts(TrialCounts trials) {
    return String.format(
        Locale.ROOT,
        "%d planned, %d reused, %d trained, %d diverged, %d failed",
        trials.planned(),
        trials.reused(),
        trials.trained(),
        trials.diverged(),
        trials.failed());
  }

  private static String arithmetics(List<ArithmeticUse> uses) {
    String list = uses.stream().map(ProvenanceText::text).collect(Collectors.joining("; "));
    return uses.size() <= 1
        ? list
        : list + ". Trials of different arithmetic may differ in the last bits of their losses.";
  }

  private static String text(ArithmeticUse use) {
    return String.format(
        Locale.ROOT,
        "%s (kernel %s, %s): %d %s",
        use.arithmetic().id(),
        use.arithmetic().kernel(),
        use.arithmetic().platform(),
        use.trials(),
        use.trials() == 1 ? "trial" : "trials");
  }
}
