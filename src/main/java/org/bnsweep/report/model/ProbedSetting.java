package org.bnsweep.report.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.NormalizationKind;

/**
 * The setting whose records a picture shows, that can show one: the one in the middle, with which
 * the page begins as well, of those that were recorded with most kinds of normalization.
 *
 * @param place where it lies, briefly; empty if trials differ in nothing else
 * @param records of its trials, by what normalizes them; at least one
 * @param of how many settings there are
 */
public record ProbedSetting<T>(String place, Map<NormalizationKind, List<T>> records, int of) {
  public ProbedSetting {
    records = Collections.unmodifiableMap(new EnumMap<>(records));
  }

  /** That of {@code trials}, which are of {@code data}; empty if there are none. */
  public static <T> Optional<ProbedSetting<T>> of(RunData data, List<SampledTrial<T>> trials) {
    Set<Hyperparameter> axes = EnumSet.allOf(Hyperparameter.class);
    if (data.comparesKinds()) {
      axes.remove(Hyperparameter.NORMALIZATION);
    }
    Map<Position, List<SampledTrial<T>>> settings = new LinkedHashMap<>();
    for (SampledTrial<T> trial : trials) {
      settings.computeIfAbsent(trial.position().only(axes), p -> new ArrayList<>()).add(trial);
    }
    int most = settings.values().stream().mapToInt(List::size).max().orElse(0);
    List<List<SampledTrial<T>>> full =
        settings.values().stream().filter(kinds -> kinds.size() == most).toList();
    if (full.isEmpty()) {
      return Optional.empty();
    }
    List<Hyperparameter> telling = data.varying().stream().filter(axes::contains).toList();
    Map<NormalizationKind, List<T>> records = new EnumMap<>(NormalizationKind.class);
    List<SampledTrial<T>> middle = full.get(full.size() / 2);
    middle.forEach(trial -> records.put(data.kind(trial.position()), trial.records()));
    String place = data.place(telling, middle.get(0).position());
    return Optional.of(new ProbedSetting<>(place, records, settings.size()));
  }

  /** Where it lies, to follow what is shown: {@code " at W:0.1"}; or nothing. */
  public String at() {
    return place.isEmpty() ? "" : " at " + place;
  }

  /** What normalizes its trials. */
  public Set<NormalizationKind> kinds() {
    return records.keySet();
  }

  /** The records of the pair with {@code kind}. */
  public List<T> records(NormalizationKind kind) {
    return records.getOrDefault(kind, List.of());
  }
}
