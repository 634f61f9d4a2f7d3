package org.bnsweep.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * How large a network is.
 *
 * @param widths of all layers: inputs, hidden ones, outputs
 */
record NetworkSize(List<Integer> widths) {
  public NetworkSize {
    widths = List.copyOf(widths);
  }

  /** The network with these hidden layers between an input per feature and an output per class. */
  public static NetworkSize of(int features, List<Integer> hidden, int classes) {
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(0, features);
    widths.add(classes);
    return new NetworkSize(widths);
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
