package org.bnsweep.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bnsweep.config.Node.Kind;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.config.Node.Origin;
import org.bnsweep.config.Node.Scalar;
import org.bnsweep.data.DataSettings;
import org.bnsweep.sweep.Axis;
import org.bnsweep.sweep.Grid;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;

/** Turns a document and the defaults under it into a checked configuration. */
final class RunConfigBuilder {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0," + (Limits.NAME_LENGTH - 1) + "}");

  private final Mapping document;
  private final Mapping data;
  private final GridReader grid;
  private final Map<String, Object> settings = new LinkedHashMap<>();

  /**
   * @param document what the user wrote
   * @param defaults every key that has a default
   * @param name for a document without one
   */
  RunConfigBuilder(Mapping document, Mapping defaults, String name) {
    Keys.check(document, Keys.TOP);
    Node named = new Scalar(name, Kind.TEXT, new Origin(document.origin().place(), "name"));
    this.document = document.withoutEmpty(Keys.SELECTION).orElse(defaults.with("name", named));
    this.data = section("data", defaults);
    this.grid =
        new GridReader(this.document, section("grid", defaults).withoutEmpty(Keys.SELECTION));
  }

  private Mapping section(String key, Mapping defaults) {
    return node(key)
        .mappingOrEmpty("a map, such as " + key + ": {" + example(key) + "}")
        .orElse(defaults.entries().get(key).mapping("a map"));
  }

  private static String example(String key) {
    return key.equals("data") ? "train_size: 1000" : "seed: [0, 1, 2]";
  }

  RunConfig build() {
    String name = name();
    settings.put("name", name);
    DataSettings samples = data();
    int epochs = Scalars.smallWhole(node("epochs"), 1, Limits.EPOCHS);
    settings.put("epochs", epochs);
    Grid trials = grid.read();
    settings.putAll(grid.settings());
    Recordings recordings = recordings();
    return new RunConfig(
        name, samples, epochs, trials, recordings, Collections.unmodifiableMap(settings));
  }

  /** The same, where several trials are an error. */
  RunConfig buildSingle() {
    RunConfig config = build();
    if (config.grid().size() == 1) {
      return config;
    }
    Axis several = config.grid().varyingAxes().get(0);
    throw grid.tooMany(several);
  }

  private Node node(String key) {
    return document.entries().get(key);
  }

  private String name() {
    String expected =
        "letters, digits, '.', '_' or '-', not '.' first, at most "
            + Limits.NAME_LENGTH
            + ": it names a folder";
    String name = Scalars.text(node("name"), expected);
    if (!NAME.matcher(name).matches()) {
      throw node("name").wrong(expected);
    }
    return name;
  }

  private DataSettings data() {
    DataReader reader = new DataReader(data);
    DataSettings samples = reader.read();
    settings.put("data", reader.settings());
    return samples;
  }

  private Recordings recordings() {
    List<Recording> kept = new ArrayList<>();
    for (Recording kind : Recording.values()) {
      Node node = node(kind.key());
      String word = node instanceof Scalar s ? s.text().toLowerCase(Locale.ROOT) : "";
      if (!Set.of("true", "false").contains(word)) {
        throw node.wrong("true or false");
      }
      boolean on = word.equals("true");
      settings.put(kind.key(), on);
      if (on) {
        kept.add(kind);
      }
    }
    return new Recordings(kept);
  }
}
