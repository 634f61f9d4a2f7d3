package org.bnsweep.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.sweep.AxisName;

/** The known keys, level by level. */
final class Keys {
  static final List<String> AXES = Arrays.stream(AxisName.values()).map(AxisName::word).toList();
  static final List<String> DATA = List.of("source", "train_size", "test_size");
  static final List<String> SAMPLE = List.of("count", "seed");

  /** What narrows or replaces the product; beside {@code grid} or inside it. */
  static final List<String> SELECTION = List.of("points", "where", "sample");

  static final List<String> GRID = Stream.concat(AXES.stream(), SELECTION.stream()).toList();
  static final List<String> TOP =
      List.of("name", "data", "epochs", "grid", "points", "where", "sample", "record_activations");

  private static final Map<String, List<String>> LEVELS =
      Map.of("data", DATA, "grid", AXES, "sample", SAMPLE);

  private Keys() {}

  /** Refuses a key that is not among {@code known}. */
  static void check(Mapping mapping, Collection<String> known) {
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw value.origin().error(unknown(value.origin().path(), key, mapping, known));
              }
            });
  }

  private static String unknown(
      String path, String key, Mapping mapping, Collection<String> known) {
    boolean top = mapping.origin().path().isEmpty();
    // At the top, the key of a lower level was perhaps forgotten to be indented.
    String nearest =
        top
            ? full(nearest(key, Stream.of(known, AXES, DATA).flatMap(Collection::stream).toList()))
            : nearest(key, known);
    return "unknown key " + OneLine.shortened(path) + ", did you mean " + nearest + "?";
  }

  /** The path of a key of {@code grid} or {@code data} given without it; others as they are. */
  static String full(String key) {
    if (AXES.contains(key)) {
      return "grid." + key;
    }
    return DATA.contains(key) ? "data." + key : key;
  }

  /** Every path that {@code --set} takes. */
  static List<String> settable() {
    Stream<String> nested =
        LEVELS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(level -> level.getValue().stream().map(key -> level.getKey() + "." + key));
    return Stream.concat(TOP.stream(), nested).toList();
  }

  /** The nearest of {@code known}, or all of them if none is near. */
  static String suggestion(String word, Collection<String> known) {
    String nearest = nearest(word, known);
    int changed = LevenshteinDistance.getDefaultInstance().apply(OneLine.shortened(word), nearest);
    return 2 * changed <= nearest.length()
        ? ", did you mean " + nearest + "?"
        : ", must be one of " + String.join(", ", known);
  }

  /** The word of {@code known} with the fewest letters changed. */
  static String nearest(String word, Collection<String> known) {
    String start = OneLine.shortened(word);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance.apply(start, candidate)))
        .orElseThrow();
  }
}
