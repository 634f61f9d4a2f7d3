package org.bnsweep.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.config.Node.Origin;

/**
 * The reader of configurations: YAML, the command line's {@code --set} over it, and under it the
 * defaults of {@code defaults.yaml}.
 */
public final class ConfigReader {
  private static final String DEFAULTS = "defaults.yaml";

  private ConfigReader() {}

  /**
   * The configuration in a file.
   *
   * @param location a path, or a URI that Hadoop can open
   * @param hadoop asked only for a URI of Hadoop's
   * @param settings {@code key=value}, each in place of what the file has; see {@code --set}
   * @throws ConfigException if the file or a setting is wrong
   * @throws UncheckedIOException if a disk or a host fails, with one line as the message
   */
  public static RunConfig read(
      String location, Supplier<Configuration> hadoop, List<String> settings) {
    return readText(ConfigFile.read(location, hadoop), location, settings);
  }

  /**
   * The configuration in a text, YAML or JSON.
   *
   * @param location what to call the text in errors; its file name is the default of {@code name}
   * @throws ConfigException if the text or a setting is wrong
   */
  public static RunConfig readText(String text, String location, List<String> settings) {
    Mapping file = YamlText.ofFile(text, OneLine.of(location));
    return new RunConfigBuilder(Overrides.apply(file, settings), defaults(), defaultName(location))
        .build();
  }

  /**
   * The configuration of a single trial: the defaults with some settings replaced.
   *
   * @throws ConfigException if a setting is wrong or asks for several trials
   */
  public static RunConfig single(List<String> settings) {
    Mapping nothing = new Mapping(new LinkedHashMap<>(), new Origin("defaults", ""));
    return new RunConfigBuilder(Overrides.apply(nothing, settings), defaults(), "trial")
        .buildSingle();
  }

  private static String defaultName(String location) {
    String stem = ConfigFile.stem(location).replaceAll("[^A-Za-z0-9._-]", "-");
    String name = stem.replaceAll("^\\.+", "");
    return name.isEmpty() ? "run" : name.substring(0, Math.min(name.length(), Limits.NAME_LENGTH));
  }

  private static Mapping defaults() {
    try (InputStream in = ConfigReader.class.getResourceAsStream(DEFAULTS)) {
      if (in == null) {
        throw new IllegalStateException(DEFAULTS + " is not beside " + ConfigReader.class);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return YamlText.ofFile(text, DEFAULTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
