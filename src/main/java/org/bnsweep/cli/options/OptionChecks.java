package org.bnsweep.cli.options;

import java.util.Optional;
import org.bnsweep.cli.terminal.InputException;

/** Options that count something. */
public final class OptionChecks {
  private OptionChecks() {}

  /**
   * Checks that {@code value}, if given, is 1 or more.
   *
   * @throws InputException if {@code value} is given and below 1
   */
  public static void require(String option, Optional<Integer> value) {
    if (value.isPresent() && value.get() < 1) {
      throw new InputException(option + " is " + value.get() + ", must be 1 or more");
    }
  }
}
