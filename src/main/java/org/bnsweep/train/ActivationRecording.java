package org.bnsweep.train;

/** Whether a trial keeps histograms of its hidden layers' activations beside its curves. */
public enum ActivationRecording {
  OFF,
  ON
}
