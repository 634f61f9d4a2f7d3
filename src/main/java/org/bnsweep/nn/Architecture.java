package org.bnsweep.nn;

import java.util.List;

/**
 * What a network is made of: for every hidden layer affine, activation, normalization before or
 * after it, and dropout; then affine to the classes.
 *
 * @param inputs the features of a sample
 * @param hidden widths of the hidden layers, at least one, each 1 and up
 * @param classes width of the output, 1 and up
 * @param activation after each hidden layer
 * @param normalization of each hidden layer, before or after its activation
 * @param dropout share of activations dropped in training, in [0, 1); 0 has no dropout layers
 * @param weightDecay lambda of {@code lambda/2 * sum(W^2)}, 0 and up
 */
public record Architecture(
    Inputs inputs,
    List<Integer> hidden,
    int classes,
    Activation activation,
    Normalization normalization,
    double dropout,
    double weightDecay) {

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Architecture {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty() || hidden.stream().anyMatch(w -> w < 1)) {
      throw new IllegalArgumentException(
          "hidden is " + hidden + ", must be at least one width of 1 or more");
    }
    if (classes < 1) {
      throw new IllegalArgumentException("classes is " + classes + ", must be 1 or more");
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout is " + dropout + ", must be in [0, 1)");
    }
    if (!(weightDecay >= 0 && Double.isFinite(weightDecay))) {
      throw new IllegalArgumentException(
          "weight_decay is " + weightDecay + ", must be a finite number, 0 or more");
    }
  }
}
