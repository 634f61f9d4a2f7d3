package org.bnsweep.sweep.spark;

import java.io.Serializable;
import org.bnsweep.sweep.TrialResult.Outcome;

/**
 * What a task says of one trial.
 *
 * @param index of the trial in its sweep
 * @param end how far it came
 * @param seconds wall time it took
 */
record Attempt(long index, End end, double seconds) implements Serializable {

  /** How an attempt ended. */
  sealed interface End extends Serializable {}

  /** The runner returned. */
  record Finished(Outcome outcome) implements End {}

  /** The runner threw; {@code message} is one line. */
  record Threw(String message) implements End {}

  /** Not started, because so many earlier attempts of this task ended with their process. */
  record Lost(int attempts) implements End {}
}
