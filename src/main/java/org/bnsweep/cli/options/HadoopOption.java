package org.bnsweep.cli.options;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.sweep.spark.HadoopSettings;
import org.bnsweep.sweep.spark.SweepException;
import picocli.CommandLine.Option;

/**
 * The option {@code --conf}, the same for every command that opens files; asked for the settings of
 * Hadoop, which are made once, when the first file needs them.
 */
public final class HadoopOption implements Supplier<Configuration> {
  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description =
          "A setting of Hadoop's, as spark.hadoop.KEY of spark-submit is one; may be repeated.")
  private Map<String, String> given = new TreeMap<>();

  private Optional<Configuration> made = Optional.empty();

  /**
   * Hadoop's settings.
   *
   * @throws InputException if one that was given is not Hadoop's
   */
  @Override
  public Configuration get() {
    if (made.isEmpty()) {
      try {
        made = Optional.of(HadoopSettings.with(given));
      } catch (SweepException e) {
        throw new InputException(e.getMessage(), e);
      }
    }
    return made.get();
  }
}
