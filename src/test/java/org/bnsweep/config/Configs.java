package org.bnsweep.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Axis;

/** Configurations of a few lines, and what is in them. */
final class Configs {
  /** The words of all axes, as messages list them. */
  static final String AXES =
      Arrays.stream(Hyperparameter.values())
          .map(Hyperparameter::word)
          .collect(Collectors.joining(", "));

  private Configs() {}

  static RunConfig read(String yaml, String... settings) {
    return ConfigReader.readText(yaml, "test.yaml", List.of(settings));
  }

  static List<Hyperparameters> trials(RunConfig config) {
    return LongStream.range(0, config.grid().size()).mapToObj(config.grid()::get).toList();
  }

  static List<?> values(RunConfig config, Hyperparameter name) {
    return config.grid().axes().stream()
        .filter(axis -> axis.name() == name)
        .map(Axis::values)
        .findFirst()
        .orElseThrow();
  }
}
