package org.bnsweep.cli.options;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --set}, the same for every command. */
public final class SettingsOption {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Replace a setting of the configuration; may be repeated.",
        "Keys: an axis (weight_scale, learning_rate, batch_size, hidden, activation, dropout, "
            + "weight_decay, optimizer, seed), epochs, train_size, test_size, source. "
            + "Values as in YAML: 0.01, he, [0,1,2], {logspace: [0,-4,16]}."
      })
  private List<String> settings = new ArrayList<>();

  public List<String> values() {
    return settings;
  }
}
