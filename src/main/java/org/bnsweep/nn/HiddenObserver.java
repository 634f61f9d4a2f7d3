package org.bnsweep.nn;

/**
 * What sees the activations of the hidden layers on their way through a network; it reads them and
 * changes nothing.
 */
@FunctionalInterface
public interface HiddenObserver {
  /** Looks away. */
  HiddenObserver NONE = (layer, activations) -> {};

  /**
   * Called for each hidden layer, first to last, after its activation function, before dropout and
   * before a normalization that comes after it.
   *
   * @param layer from 1, as in W1
   * @param activations {@code [N, width]}, overwritten by the network's next step
   */
  void see(int layer, Tensor activations);
}
