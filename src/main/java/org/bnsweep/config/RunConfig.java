package org.bnsweep.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.data.DataSettings;
import org.bnsweep.sweep.Grid;
import org.bnsweep.train.Recordings;

/**
 * All that a run needs to know, checked.
 *
 * @param name a plain file name: letters, digits, {@code . _ -}, no leading dot, at most 100
 * @param data which samples; whether there are so many is for {@code data} to say
 * @param epochs points of every curve, 1 to 100,000
 * @param grid the trials
 * @param recordings what trials keep beside their curves
 * @param settings the same in the words of YAML, nothing left out: maps, lists, strings, numbers
 *     and booleans that, written as JSON or YAML, are read as this configuration again
 */
public record RunConfig(
    String name,
    DataSettings data,
    int epochs,
    Grid grid,
    Recordings recordings,
    Map<String, Object> settings) {

  /**
   * {@link #settings()} for people to pass on: of a data source only the last name remains, without
   * the folders, hosts and users before it.
   */
  public Map<String, Object> shareableSettings() {
    Map<String, Object> shareable = new LinkedHashMap<>(settings);
    Map<String, Object> samples = new LinkedHashMap<>();
    ((Map<?, ?>) settings.get("data"))
        .forEach((key, value) -> samples.put((String) key, shareable((String) key, value)));
    shareable.put("data", samples);
    return shareable;
  }

  /**
   * The last name of the folder or URI that the samples come from; empty if they come with the
   * program.
   */
  public Optional<String> elsewhere() {
    return Optional.of(lastName(data.source()))
        .filter(name -> !data.source().equals(DataSettings.EMBEDDED));
  }

  private static Object shareable(String key, Object value) {
    return key.endsWith("source") ? lastName((String) value) : value;
  }

  private static String lastName(String source) {
    String trimmed = source.replaceAll("[/\\\\]+$", "");
    return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1);
  }
}
