package org.bnsweep.config;

import java.util.List;
import org.bnsweep.sweep.Grid;
import org.bnsweep.sweep.NetworkLimits;
import org.bnsweep.sweep.SampleShape;

/** Sizes beyond which a configuration is a mistake; checked before memory is taken for them. */
final class Limits {
  /** Bytes of a configuration file. */
  static final int FILE_BYTES = 1 << 20;

  static final int NAME_LENGTH = 100;
  static final int EPOCHS = 100_000;
  static final int WIDTH = 100_000;

  /** Until the samples are read, which is when the limits are looked at again. */
  private static final NetworkLimits NETWORKS = new NetworkLimits(SampleShape.MNIST);

  private Limits() {}

  static void checkWeights(Node node, List<Integer> hidden) {
    NETWORKS
        .problem(hidden)
        .ifPresent(
            problem -> {
              throw node.wrong("narrower or shallower: " + problem);
            });
  }

  /** Refuses a grid whose largest batch and widest network need too much memory together. */
  static void checkActivations(Grid grid, Node node) {
    NETWORKS
        .problem(grid)
        .ifPresent(
            problem -> {
              throw node.origin().error(problem);
            });
  }
}
