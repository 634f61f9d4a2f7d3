package org.bnsweep.sweep;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.data.Samples;

/**
 * How large a network is.
 *
 * @param widths of all layers: inputs, hidden ones, outputs
 */
public record NetworkSize(List<Integer> widths) {
  private static final int MNIST_FEATURES = 784;

  public NetworkSize {
    widths = List.copyOf(widths);
  }

  /** The network with these hidden layers between {@code features} inputs and the classes. */
  public static NetworkSize of(int features, List<Integer> hidden) {
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(0, features);
    widths.add(Samples.CLASSES);
    return new NetworkSize(widths);
  }

  /** The network with these hidden layers for MNIST's 28 x 28 pixels. */
  public static NetworkSize ofMnist(List<Integer> hidden) {
    return of(MNIST_FEATURES, hidden);
  }

  /** Entries of all weight matrices. */
  public long weights() {
    long sum = 0;
    for (int layer = 1; layer < widths.size(); layer++) {
      sum += (long) widths.get(layer - 1) * widths.get(layer);
    }
    return sum;
  }

  /** Entries of the first weight matrix, whose input needs no gradient. */
  public long firstWeights() {
    return (long) widths.get(0) * widths.get(1);
  }

  /** Values that one sample has on its way through the network, inputs included. */
  public long activations() {
    return widths.stream().mapToLong(Integer::longValue).sum();
  }
}
