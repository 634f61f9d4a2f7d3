package org.bnsweep.nn;

/**
 * One step of a network with its way back.
 *
 * <p>Inputs are read, never changed. The tensor a method returns belongs to the layer, or to the
 * network it is part of, and is overwritten by the next call but one: use it or copy it before. Not
 * thread-safe.
 */
public interface Layer {

  /** Training: {@code x [N, ...]} to {@code out [N, ...]}; keeps what {@link #backward} needs. */
  Tensor forward(Tensor x);

  /**
   * Training: the loss's derivative by this layer's output to that by its input, for the last
   * {@link #forward}.
   *
   * @param dout in the shape of the output
   * @return {@code dx} in the shape of the input
   */
  Tensor backward(Tensor dout);

  /**
   * Inference: as {@link #forward}, with what was learned; what {@code forward} kept may be lost.
   */
  Tensor evaluate(Tensor x);
}
