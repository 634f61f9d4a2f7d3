package org.bnsweep.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What {@code run.json} says about a finished run.
 *
 * @param name of the run
 * @param settings the resolved configuration, as it was given
 * @param versions of bnsweep and of what it stands on, by name
 * @param provenance of the numbers
 * @param started when the run began, the last one that trained something if it was resumed
 * @param finished when its curves were complete
 * @param trials counts by what became of them
 * @param fingerprint SHA-256 over the sorted curves
 * @param master where that run trained: kind and size, no name of a host; empty if not known
 */
public record RunInfo(
    String name,
    JsonNode settings,
    Map<String, String> versions,
    Provenance provenance,
    Instant started,
    Instant finished,
    TrialCounts trials,
    String fingerprint,
    String master) {

  public RunInfo {
    versions = Map.copyOf(versions);
  }

  /** Whether {@code other} is about the same numbers. */
  boolean hasTrialsOf(RunInfo other) {
    return fingerprint.equals(other.fingerprint) && trials.planned() == other.trials.planned();
  }

  /** This, with what {@code other} says of when and where its trials were trained. */
  RunInfo trainedAs(RunInfo other) {
    return new RunInfo(
        name,
        settings,
        versions,
        provenance,
        other.started,
        other.finished,
        trials,
        fingerprint,
        other.master);
  }

  /** Wall time of the run. */
  public double seconds() {
    return Duration.between(started, finished).toMillis() / 1000.0;
  }
}
