package org.bnsweep.train;

import java.io.Serializable;
import java.util.List;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;

/**
 * The settings of one trial: all that can be an axis of a grid.
 *
 * @param weightScale standard deviation of the initial weights
 * @param learningRate above 0, finite
 * @param batchSize samples drawn, with replacement, for each update; 1 and up
 * @param hidden widths of the hidden layers, at least one, each 1 and up
 * @param activation after each hidden layer
 * @param dropout the share of activations dropped in training, in [0, 1)
 * @param weightDecay lambda of {@code lambda/2 * sum(W^2)}, 0 and up
 * @param optimizer the update rule
 * @param seed of NumPy's generator, 0 to 2^32 - 1
 */
public record Hyperparameters(
    WeightScale weightScale,
    double learningRate,
    int batchSize,
    List<Integer> hidden,
    Activation activation,
    double dropout,
    double weightDecay,
    OptimizerKind optimizer,
    long seed)
    implements Serializable {

  /**
   * @throws IllegalArgumentException naming the setting, its value and the range
   */
  public Hyperparameters {
    hidden = List.copyOf(hidden);
    check(
        learningRate > 0 && Double.isFinite(learningRate),
        "learning_rate",
        learningRate,
        "a finite number above 0");
    check(batchSize >= 1, "batch_size", batchSize, "1 or more");
    check(!hidden.isEmpty(), "hidden", hidden, "at least one width");
    check(hidden.stream().allMatch(w -> w >= 1), "hidden", hidden, "widths of 1 or more");
    check(dropout >= 0 && dropout < 1, "dropout", dropout, "in [0, 1)");
    check(
        weightDecay >= 0 && Double.isFinite(weightDecay),
        "weight_decay",
        weightDecay,
        "a finite number, 0 or more");
    check(seed >= 0 && seed <= 0xffff_ffffL, "seed", seed, "in 0..4294967295");
  }

  private static void check(boolean good, String key, Object value, String expected) {
    if (!good) {
      throw new IllegalArgumentException(key + " is " + value + ", must be " + expected);
    }
  }
}
