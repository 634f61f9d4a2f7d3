package org.bnsweep.report.model;

import java.util.List;
import org.bnsweep.train.LayerActivations;

/**
 * The activations of one trial.
 *
 * @param position on every axis, never {@link Position#ANY}
 * @param layers by network, epoch and layer, at least one
 */
public record TrialActivations(Position position, List<LayerActivations> layers) {
  public TrialActivations {
    layers = List.copyOf(layers);
  }
}
