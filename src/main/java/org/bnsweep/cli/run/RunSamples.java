package org.bnsweep.cli.run;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.sweep.NetworkLimits;
import org.bnsweep.sweep.SampleShape;

/** Reads the samples of a configuration, and looks at them together with its grid. */
public final class RunSamples {
  private RunSamples() {}

  /**
   * The samples that {@code config} asks for.
   *
   * @param hadoop its settings, to open them
   * @param warn told what is odd about their classes
   * @throws InputException if a network for them would be too large
   */
  public static Dataset load(
      RunConfig config, Supplier<Configuration> hadoop, Consumer<String> warn) {
    Dataset dataset = SampleSource.load(config.data(), hadoop);
    new NetworkLimits(SampleShape.of(dataset))
        .problemOfAny(config.grid())
        .ifPresent(
            problem -> {
              throw new InputException(
                  "for the "
                      + dataset.features()
                      + " features and "
                      + dataset.classes()
                      + " classes of "
                      + config.data().source()
                      + ", "
                      + problem);
            });
    ClassCounts.of(dataset).warnings().forEach(warn);
    return dataset;
  }
}
