package org.bnsweep.cli;

import java.util.Optional;

/** Options that count something. */
final class Positive {
  private Positive() {}

  /**
   * @throws InputException if {@code value} is given and below 1
   */
  static void require(String option, Optional<Integer> value) {
    if (value.isPresent() && value.get() < 1) {
      throw new InputException(option + " is " + value.get() + ", must be 1 or more");
    }
  }
}
