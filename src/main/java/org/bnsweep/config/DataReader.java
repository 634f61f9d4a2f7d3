package org.bnsweep.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.config.Node.Scalar;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Labels;
import org.bnsweep.data.Reading;
import org.bnsweep.data.Reading.Orientation;
import org.bnsweep.data.Reading.Scale;
import org.bnsweep.data.Selection;
import org.bnsweep.data.Selection.Select;
import org.bnsweep.settings.Hyperparameters;

/** Reads the section {@code data}: which samples, and how their files are to be understood. */
final class DataReader {
  private static final String SOURCE = "embedded, a file or a folder, or a URI of one";

  private final Mapping data;
  private final Map<String, Object> settings = new LinkedHashMap<>();

  /**
   * @param data with the defaults of what is always there
   */
  DataReader(Mapping data) {
    Keys.check(data, Keys.DATA);
    this.data = data;
  }

  /**
   * The section as it is written, once it has been read: what has a default, and what was given.
   */
  Map<String, Object> settings() {
    return Collections.unmodifiableMap(settings);
  }

  DataSettings read() {
    String source = text("source", SOURCE).orElseThrow();
    int trainSize = whole("train_size", 1, Integer.MAX_VALUE).orElseThrow();
    int testSize = whole("test_size", 0, Integer.MAX_VALUE).orElseThrow();
    Optional<String> testSource = text("test_source", SOURCE);
    Selection selection = selection();
    if (testSource.isPresent() && selection.testShare() > 0) {
      throw data.entries()
          .get("test_share")
          .wrong("left out where test_source names the test samples");
    }
    return new DataSettings(source, trainSize, testSize, selection, reading(testSource));
  }

  private Selection selection() {
    double share = given("test_share").map(node -> share(node)).orElse(0.0);
    Select select = word("select", Select.class).orElse(Select.FIRST);
    long seed =
        given("seed").map(node -> Scalars.whole(node, 0, Hyperparameters.MOST_SEED)).orElse(0L);
    given("seed").ifPresent(node -> settings.put("seed", seed));
    return new Selection(select, seed, share);
  }

  private double share(Node node) {
    double share = Scalars.number(node, "a number in [0, 1)");
    if (!(share >= 0 && share < 1)) {
      throw node.wrong("a number in [0, 1)");
    }
    settings.put("test_share", share);
    return share;
  }

  private Reading reading(Optional<String> testSource) {
    OptionalInt classes = whole("classes", 1, Labels.MOST_CLASSES);
    OptionalInt offset = whole("label_offset", -1_000_000_000, 1_000_000_000);
    Optional<String> label = text("label_column", "the name of a column, or its number from 1 on");
    Optional<String> prefix = text("prefix", "what the names of IDX files begin with");
    return new Reading(
        testSource,
        classes,
        offset,
        label,
        prefix,
        transpose(),
        word("scale", Scale.class).orElse(Scale.AUTO));
  }

  private Orientation transpose() {
    Optional<Node> node = given("transpose");
    String word = node.map(DataReader::lowerCase).orElse("false");
    if (!List.of("true", "false").contains(word)) {
      throw node.orElseThrow().wrong("true or false");
    }
    node.ifPresent(n -> settings.put("transpose", word.equals("true")));
    return word.equals("true") ? Orientation.TRANSPOSED : Orientation.AS_STORED;
  }

  private static String lowerCase(Node node) {
    return node instanceof Scalar s ? s.text().toLowerCase(Locale.ROOT) : "";
  }

  /** What is there and not left empty. */
  private Optional<Node> given(String key) {
    return Optional.ofNullable(data.entries().get(key)).filter(node -> !node.isEmpty());
  }

  private Optional<String> text(String key, String expected) {
    Optional<String> text = given(key).map(node -> Scalars.text(node, expected));
    text.ifPresent(value -> settings.put(key, value));
    return text;
  }

  private OptionalInt whole(String key, int least, int most) {
    Optional<Integer> value = given(key).map(node -> Scalars.smallWhole(node, least, most));
    value.ifPresent(number -> settings.put(key, number));
    return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  private <E extends Enum<E>> Optional<E> word(String key, Class<E> kind) {
    List<String> words =
        Arrays.stream(kind.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    return given(key)
        .map(
            node -> {
              String word = lowerCase(node);
              if (!words.contains(word)) {
                throw node.wrong(NearWords.expected(word, words));
              }
              settings.put(key, word);
              return Enum.valueOf(kind, word.toUpperCase(Locale.ROOT));
            });
  }
}
