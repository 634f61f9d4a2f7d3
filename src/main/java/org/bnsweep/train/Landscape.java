package org.bnsweep.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the loss looks like along the gradient at the point of one epoch (Santurkar, Tsipras, Ilyas
 * and Madry 2018, "How does batch normalization help optimization?", figure 4): on the iteration's
 * batch, with its dropout masks and statistics, before the update. It starts at the point's {@code
 * train_loss}.
 *
 * @param network which of the pair
 * @param epoch from 0
 * @param losses after each of {@link #STEPS}; NaN or infinite where the network diverges
 * @param gradientChanges {@code ||g(here) - g(there)||} over all parameters, for each of the steps
 * @param smoothness the largest of these over the length of its step, {@code step * learning rate *
 *     ||g(here)||}; NaN if one is
 */
public record Landscape(
    Network network,
    int epoch,
    List<Double> losses,
    List<Double> gradientChanges,
    double smoothness)
    implements Serializable {

  /** Along the gradient, in learning rates. */
  public static final List<Double> STEPS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  public Landscape {
    losses = List.copyOf(losses);
    gradientChanges = List.copyOf(gradientChanges);
  }

  /** Of a network that is lost: nothing but NaN. */
  static Landscape lost(Network network, int epoch) {
    List<Double> nothing = Collections.nCopies(STEPS.size(), Double.NaN);
    return new Landscape(network, epoch, nothing, nothing, Double.NaN);
  }

  /** The loss and the gradient at some parameters. */
  @FunctionalInterface
  interface Walk {
    /** A place {@code distance} down the gradient. */
    Place to(double distance);
  }

  /**
   * A place.
   *
   * @param loss of the batch
   * @param gradientChange from the start to there
   */
  record Place(double loss, double gradientChange) {}

  /** What {@code walk} sees at every step. */
  static Landscape of(
      Network network, int epoch, double learningRate, double gradientNorm, Walk walk) {
    List<Double> losses = new ArrayList<>();
    List<Double> changes = new ArrayList<>();
    double smoothness = Double.NEGATIVE_INFINITY;
    for (double step : STEPS) {
      Place there = walk.to(step * learningRate);
      losses.add(there.loss());
      changes.add(there.gradientChange());
      smoothness =
          Math.max(smoothness, there.gradientChange() / (step * learningRate * gradientNorm));
    }
    return new Landscape(network, epoch, losses, changes, smoothness);
  }
}
