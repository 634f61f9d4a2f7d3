package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** What a wrong configuration is answered. */
final class Refusals {
  private Refusals() {}

  static void refused(String yaml, String message) {
    assertThatThrownBy(() -> ConfigReader.readText(yaml, "c.yaml", List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  static void refusedFile(String location, String message) {
    assertThatThrownBy(() -> ConfigReader.read(location, Configuration::new, List.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }
}
