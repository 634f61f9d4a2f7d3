package org.bnsweep.report;

import java.util.List;
import org.bnsweep.train.LayerActivations;

/**
 * The activations of one trial.
 *
 * @param position on every axis, never {@link Position#ANY}
 * @param layers by network, epoch and layer, at least one
 */
record TrialActivations(Position position, List<LayerActivations> layers) {
  TrialActivations {
    layers = List.copyOf(layers);
  }
}
