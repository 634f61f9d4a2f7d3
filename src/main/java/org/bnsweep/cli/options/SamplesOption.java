package org.bnsweep.cli.options;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options {@code --source} and {@code --test-source} of commands that train trials again. */
public final class SamplesOption {
  @Option(
      names = "--source",
      paramLabel = "DIR",
      description =
          "Folder or URI of the samples to train again on; a run keeps only its last name.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--test-source",
      paramLabel = "DIR",
      description = "The same of the test samples, if they came from elsewhere.")
  private Optional<String> testSource = Optional.empty();

  /** Where the samples are; empty for the run's, which must then be embedded. */
  public Optional<String> source() {
    return source;
  }

  /** Where the test samples are, if they come from elsewhere. */
  public Optional<String> testSource() {
    return testSource;
  }
}
