package org.bnsweep.train;

import java.util.List;
import java.util.OptionalInt;

/**
 * How far a change of the last bit takes one network of a trial.
 *
 * @param losses for each epoch the largest relative difference of a loss up to there; infinite if
 *     one is NaN
 * @param firstMoved the first epoch with another accuracy; empty if all stay
 */
public record Drift(List<Double> losses, OptionalInt firstMoved) {
  public Drift {
    losses = List.copyOf(losses);
  }

  /** The largest relative difference of a loss up to {@code epoch}, or the last one. */
  public double loss(int epoch) {
    return losses.get(Math.min(epoch, losses.size() - 1));
  }

  /** Whether an accuracy up to {@code epoch} is another. */
  public boolean movesAccuracies(int epoch) {
    return firstMoved.isPresent() && firstMoved.getAsInt() <= epoch;
  }
}
