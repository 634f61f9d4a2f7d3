package org.bnsweep.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.Recording;

/** The known keys, level by level. */
final class Keys {
  static final List<String> AXES =
      Arrays.stream(Hyperparameter.values()).map(Hyperparameter::word).toList();
  static final List<String> DATA =
      List.of(
          "source",
          "train_size",
          "test_size",
          "test_source",
          "test_share",
          "select",
          "seed",
          "classes",
          "label_column",
          "label_offset",
          "prefix",
          "transpose",
          "scale");
  static final List<String> SAMPLE = List.of("count", "seed");

  /** What narrows or replaces the product; beside {@code grid} or inside it. */
  static final List<String> SELECTION = List.of("points", "where", "sample");

  static final List<String> GRID = Stream.concat(AXES.stream(), SELECTION.stream()).toList();
  static final List<String> TOP =
      Stream.concat(
              Stream.of("name", "data", "epochs", "grid", "points", "where", "sample"),
              Arrays.stream(Recording.values()).map(Recording::key))
          .toList();

  private static final Map<String, List<String>> LEVELS =
      Map.of("data", DATA, "grid", AXES, "sample", SAMPLE);

  /** Keys that {@code --set} takes without the level they are at. */
  private static final List<String> BARE =
      Stream.of(TOP, DATA.stream().filter(key -> !AXES.contains(key)).toList(), AXES)
          .flatMap(Collection::stream)
          .toList();

  /** Each key of a configuration once; {@code seed} is an axis first. */
  private static final List<String> ALL =
      Stream.of(TOP, DATA, AXES, SAMPLE).flatMap(Collection::stream).distinct().toList();

  private Keys() {}

  /** Refuses a key that is not among {@code known}. */
  static void check(Mapping mapping, Collection<String> known) {
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                String path = value.origin().path();
                throw value.origin().error(unknown("key", path, key) + meant(key, known));
              }
            });
  }

  /** {@code unknown key grid.seeds}; characters that only look like a key's are named. */
  static String unknown(String kind, String path, String word) {
    return "unknown " + kind + " " + OneLine.shortened(path) + OneLine.oddity(word);
  }

  /** The end of an error about a key at the level of {@code known}: what it may stand for. */
  private static String meant(String key, Collection<String> known) {
    return meant(key, known, UnaryOperator.identity(), " at the top");
  }

  /**
   * The end of an error about a word that is not among {@code known}: those it may stand for, or
   * all.
   */
  static String suggestion(String word, Collection<String> known) {
    NearWords near = NearWords.of(word, known);
    return near.words().isEmpty() ? oneOf(known) : didYouMean(near.words());
  }

  private static String didYouMean(List<String> words) {
    return ", did you mean " + NearWords.either(words) + "?";
  }

  private static String oneOf(Collection<String> known) {
    return ", must be one of " + String.join(", ", known);
  }

  /**
   * As {@link #suggestion}, with a word that belongs elsewhere by its path.
   *
   * @param shown how a word of {@code known} is written here
   * @param atTop what is added to a key of the top, which has no path
   */
  private static String meant(
      String key, Collection<String> known, UnaryOperator<String> shown, String atTop) {
    NearWords here = NearWords.of(key, known);
    NearWords elsewhere =
        NearWords.of(key, ALL.stream().filter(word -> !known.contains(word)).toList());
    if (here.words().isEmpty() && elsewhere.words().isEmpty()) {
      return oneOf(known);
    }
    return didYouMean(
        here.distance() <= elsewhere.distance()
            ? here.words().stream().map(shown).toList()
            : elsewhere.words().stream()
                .map(word -> TOP.contains(word) ? word + atTop : path(word))
                .toList());
  }

  private static String path(String key) {
    String full = full(key);
    return full.equals(key) && SAMPLE.contains(key) ? "sample." + key : full;
  }

  /** The path of a key of {@code grid} or {@code data} given without it; others as they are. */
  static String full(String key) {
    if (AXES.contains(key)) {
      return "grid." + key;
    }
    return DATA.contains(key) ? "data." + key : key;
  }

  /** Whether {@code --set} takes {@code path}. */
  static boolean settable(String path) {
    // grid.where is where: what selects trials may stand beside the grid or inside it.
    boolean inGrid = path.startsWith("grid.") && SELECTION.contains(path.substring(5));
    return inGrid || settable().contains(path);
  }

  /** Every path that {@code --set} takes. */
  static List<String> settable() {
    Stream<String> nested =
        LEVELS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(level -> level.getValue().stream().map(key -> level.getKey() + "." + key));
    return Stream.concat(TOP.stream(), nested).toList();
  }

  /** The end of an error about a path that {@code --set} does not take. */
  static String settingMeant(String path) {
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      return meant(path, BARE, UnaryOperator.identity(), "");
    }
    String level = path.substring(0, dot);
    if (!LEVELS.containsKey(level) && settable(full(level))) {
      return didYouMean(List.of(level));
    }
    String key = path.substring(dot + 1);
    List<String> known = LEVELS.getOrDefault(level, List.of());
    return known.isEmpty()
        ? meant(key, BARE, UnaryOperator.identity(), "")
        : meant(key, known, word -> level + "." + word, "");
  }
}
