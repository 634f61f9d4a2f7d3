package org.bnsweep.train;

import java.util.stream.IntStream;

/** Whether a trial keeps histograms of its hidden layers' activations beside its curves. */
public enum ActivationRecording {
  OFF,
  ON;

  /** The epochs whose points keep them: the first, the middle and the last one, each once. */
  int[] epochs(int epochs) {
    return this == OFF ? new int[0] : IntStream.of(0, epochs / 2, epochs - 1).distinct().toArray();
  }
}
