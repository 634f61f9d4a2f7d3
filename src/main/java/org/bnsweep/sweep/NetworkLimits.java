package org.bnsweep.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.bnsweep.settings.Hyperparameter;

/**
 * Sizes of networks beyond which a grid is a mistake; looked at before memory is taken for them.
 *
 * @param shape of the samples
 */
public record NetworkLimits(SampleShape shape) {
  /** Weights of one network: 0.8 GB. */
  public static final long WEIGHTS = 100_000_000;

  /** Activations of one batch in one network: 0.8 GB. */
  public static final long ACTIVATIONS = 100_000_000;

  /** What is wrong with the network of these hidden layers, in words; empty if nothing is. */
  public Optional<String> problem(List<Integer> hidden) {
    long weights = shape.network(hidden).weights();
    return weights > WEIGHTS
        ? Optional.of(weights + " weights, at most " + WEIGHTS + " in a network")
        : Optional.empty();
  }

  /** As {@link #problem(List)}, for the widest network of a grid with its largest batch. */
  public Optional<String> problem(Grid grid) {
    long batch = largest(grid, Hyperparameter.BATCH_SIZE, value -> (Integer) value);
    long activations =
        batch
            * largest(
                grid, Hyperparameter.HIDDEN, hidden -> shape.network(widths(hidden)).activations());
    return activations > ACTIVATIONS
        ? Optional.of(
            "batch_size "
                + batch
                + " with the widest hidden makes "
                + activations
                + " activations, must be at most "
                + ACTIVATIONS)
        : Optional.empty();
  }

  /**
   * As {@link #problem(Grid)}, with the weights of every network, for those who have the samples.
   */
  public Optional<String> problemOfAny(Grid grid) {
    return grid.axes().stream()
        .filter(axis -> axis.name() == Hyperparameter.HIDDEN)
        .flatMap(axis -> axis.values().stream())
        .map(NetworkLimits::widths)
        .flatMap(
            hidden ->
                problem(hidden).map(problem -> "hidden " + hidden + " makes " + problem).stream())
        .findFirst()
        .or(() -> problem(grid));
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
