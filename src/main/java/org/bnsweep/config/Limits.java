package org.bnsweep.config;

import java.util.List;
import java.util.function.ToLongFunction;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.sweep.Grid;
import org.bnsweep.sweep.NetworkSize;

/** Sizes beyond which a configuration is a mistake; checked before memory is taken for them. */
final class Limits {
  /** Bytes of a configuration file. */
  static final int FILE_BYTES = 1 << 20;

  static final int NAME_LENGTH = 100;
  static final int EPOCHS = 100_000;
  static final int WIDTH = 100_000;

  /** Weights of one network with MNIST's 784 inputs: 0.8 GB. */
  static final long WEIGHTS = 100_000_000;

  /** Activations of one batch in one network: 0.8 GB. */
  static final long ACTIVATIONS = 100_000_000;

  private Limits() {}

  static void checkWeights(Node node, List<Integer> hidden) {
    long weights = NetworkSize.ofMnist(hidden).weights();
    if (weights > WEIGHTS) {
      throw node.wrong(
          "narrower or shallower: " + weights + " weights, at most " + WEIGHTS + " in a network");
    }
  }

  /** Refuses a grid whose largest batch and widest network need too much memory together. */
  static void checkActivations(Grid grid, Node node) {
    long batch = largest(grid, Hyperparameter.BATCH_SIZE, value -> (Integer) value);
    long perSample =
        largest(
            grid,
            Hyperparameter.HIDDEN,
            hidden -> NetworkSize.ofMnist(widths(hidden)).activations());
    if (batch * perSample > ACTIVATIONS) {
      throw node.origin()
          .error(
              "batch_size "
                  + batch
                  + " with the widest hidden makes "
                  + batch * perSample
                  + " activations, must be at most "
                  + ACTIVATIONS);
    }
  }

  private static long largest(Grid grid, Hyperparameter name, ToLongFunction<Object> size) {
    return grid.axes().stream()
        .filter(axis -> axis.name() == name)
        .flatMap(axis -> axis.values().stream())
        .mapToLong(size)
        .max()
        .orElseThrow();
  }

  private static List<Integer> widths(Object hidden) {
    return ((List<?>) hidden).stream().map(Integer.class::cast).toList();
  }
}
