package org.bnsweep.cli.options;

import java.util.Optional;
import org.bnsweep.cli.terminal.InputException;
import picocli.CommandLine.Option;

/** The option {@code --trials-per-task}, the same for a run and its plan. */
public final class TrialsPerTaskOption {
  private static final String NAME = "--trials-per-task";

  @Option(
      names = NAME,
      paramLabel = "N",
      description = "Trials that a task trains (default: so many that it lasts about a second).")
  private Optional<Integer> count = Optional.empty();

  /**
   * What the user wants, 1 and up.
   *
   * @throws InputException if it is less
   */
  public Optional<Integer> count() {
    OptionChecks.require(NAME, count);
    return count;
  }
}
