package org.bnsweep.train;

import org.bnsweep.nn.Architecture;
import org.bnsweep.nn.Inputs;
import org.bnsweep.nn.Normalization;
import org.bnsweep.settings.Hyperparameters;

/** The networks that the settings of a trial ask for. */
public final class Architectures {
  private Architectures() {}

  /** That of {@code network}, for samples that have {@code inputs} and are of {@code classes}. */
  public static Architecture of(Hyperparameters h, Inputs inputs, int classes, Network network) {
    return new Architecture(
        inputs,
        h.hidden(),
        classes,
        h.activation(),
        normalization(h, network),
        h.dropout(),
        h.weightDecay());
  }

  private static Normalization normalization(Hyperparameters h, Network network) {
    return switch (network) {
      case NORMALIZED -> normalization(h);
      case PLAIN -> Normalization.NONE;
    };
  }

  private static Normalization normalization(Hyperparameters h) {
    return switch (h.normalization()) {
      case BATCH -> new Normalization.Batch(h.normPosition(), h.normEpsilon(), h.bnMomentum());
      case LAYER -> new Normalization.PerLayer(h.normPosition(), h.normEpsilon());
      case RMS -> new Normalization.Rms(h.normPosition(), h.normEpsilon());
    };
  }
}
