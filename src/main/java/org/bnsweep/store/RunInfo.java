package org.bnsweep.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.data.DataSettings;
import org.bnsweep.store.trial.ArithmeticUse;
import org.bnsweep.store.trial.Provenance;

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
 * @param fingerprint SHA-256 over trials, networks, epochs, accuracies and status: the same on
 *     every processor, but for chaotic trials; empty if not recorded
 * @param bits SHA-256 over every number's bits: the same where the arithmetic is
 * @param arithmetics of the processes that trained the trials, the one of most trials first
 * @param master where that run trained: kind and size, no name of a host; empty if not known
 * @param classes of the samples; unknown where an earlier release wrote the manifest
 * @param lineage the part of a grid that it is, and the runs it was merged from
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
    String bits,
    List<ArithmeticUse> arithmetics,
    String master,
    ClassCounts classes,
    Lineage lineage) {
  /** What every run has in its settings of {@code data}, and the report tells by itself. */
  private static final Set<String> OF_EVERY_RUN = Set.of("source", "train_size", "test_size");

  public RunInfo {
    versions = Map.copyOf(versions);
    arithmetics = List.copyOf(arithmetics);
  }

  /** Whether {@code other} is about the same numbers. */
  boolean hasTrialsOf(RunInfo other) {
    return bits.equals(other.bits) && trials.planned() == other.trials.planned();
  }

  /** This, with what {@code other} says of when, where and by what its trials were trained. */
  RunInfo trainedAs(RunInfo other) {
    return new RunInfo(
        name,
        settings,
        other.versions,
        provenance,
        other.started,
        other.finished,
        trials,
        fingerprint,
        bits,
        arithmetics,
        other.master,
        classes,
        lineage);
  }

  Map<String, Arithmetic> arithmeticsById() {
    return arithmetics.stream()
        .map(ArithmeticUse::arithmetic)
        .collect(Collectors.toMap(Arithmetic::id, Function.identity(), (first, other) -> first));
  }

  /** Test samples; 0 for none. */
  public int testSize() {
    return settings.path("data").path("test_size").asInt(0);
  }

  /**
   * The last name of the folder or URI that the samples came from; empty if they came with the
   * program.
   */
  public Optional<String> elsewhere() {
    return Optional.of(settings.path("data").path("source").asText())
        .filter(source -> !source.isBlank() && !source.equals(DataSettings.EMBEDDED));
  }

  /** How else its samples were chosen and read: settings of {@code data} by their keys. */
  public Map<String, String> reading() {
    return reading(settings);
  }

  /** The same, of the resolved configuration of a run that has no results yet. */
  public static Map<String, String> reading(JsonNode settings) {
    Map<String, String> reading = new LinkedHashMap<>();
    settings
        .path("data")
        .properties()
        .forEach(
            setting -> {
              if (!OF_EVERY_RUN.contains(setting.getKey()) && setting.getValue().isValueNode()) {
                reading.put(setting.getKey(), setting.getValue().asText());
              }
            });
    return reading;
  }

  /** Wall time of the run. */
  public double seconds() {
    return Duration.between(started, finished).toMillis() / 1000.0;
  }
}
