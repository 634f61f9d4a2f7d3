package org.bnsweep.report.io;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.TrialCounts;
import org.bnsweep.store.trial.ArithmeticUse;
import org.bnsweep.store.trial.Provenance;

/**
 * How the numbers of a run were made, as far as that is known yet.
 *
 * @param finished when the run folder was complete; empty while the run is trained
 * @param provenance of the data and the numerics
 * @param classes of the samples
 * @param lineage its relation to other runs
 * @param versions of bnsweep and of what it stands on, by name
 * @param master where the trials were trained; empty if not known
 * @param trials counts by what became of them; before the end, of those planned and reused alone
 * @param fingerprint SHA-256 over the accuracies; empty if not known
 * @param bits SHA-256 over every number; empty if not known
 * @param arithmetics of the processes that trained the trials, the one of most trials first
 */
public record Making(
    Optional<Instant> finished,
    Provenance provenance,
    ClassCounts classes,
    Lineage lineage,
    Map<String, String> versions,
    String master,
    TrialCounts trials,
    String fingerprint,
    String bits,
    List<ArithmeticUse> arithmetics) {

  public Making {
    versions = Map.copyOf(versions);
    arithmetics = List.copyOf(arithmetics);
  }

  /** Of a run whose results {@code info} is about. */
  static Making of(RunInfo info) {
    return new Making(
        Optional.of(info.finished()),
        info.provenance(),
        info.classes(),
        info.lineage(),
        info.versions(),
        info.master(),
        info.trials(),
        info.fingerprint(),
        info.bits(),
        info.arithmetics());
  }

  /** Of a run that begins, with {@code reused} of its {@code planned} trials from earlier ones. */
  public static Making begun(
      Provenance provenance,
      ClassCounts classes,
      Lineage lineage,
      Map<String, String> versions,
      long planned,
      long reused) {
    return new Making(
        Optional.empty(),
        provenance,
        classes,
        lineage,
        versions,
        "",
        new TrialCounts(planned, reused, 0, 0, 0),
        "",
        "",
        List.of());
  }
}
