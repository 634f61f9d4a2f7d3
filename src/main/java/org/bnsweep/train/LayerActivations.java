package org.bnsweep.train;

import java.io.Serializable;
import org.bnsweep.nn.Tensor;

/**
 * How the activations of one hidden layer are spread at the point of one epoch.
 *
 * <p>They are those behind the point's {@code train_loss}: of the iteration's batch, in training
 * mode, before the update, after the activation function and before dropout. At epoch 0 that is
 * what the initial weights do. In inference the first epochs would show something else: running
 * averages start at 0, so that Batch Normalization divides by far too little there.
 *
 * @param network with Batch Normalization or without
 * @param layer from 1, as in W1
 * @param epoch from 0
 * @param mean over samples and units; NaN or infinite if an activation is, or the sum overflows
 * @param std standard deviation over samples and units, likewise
 * @param deadShare of the units that are 0 for every sample of the batch, 0 to 1
 * @param histogram of all activations
 */
public record LayerActivations(
    Network network,
    int layer,
    int epoch,
    double mean,
    double std,
    double deadShare,
    Histogram histogram)
    implements Serializable {

  /** Of {@code activations [N, width]}. */
  static LayerActivations of(Network network, int layer, int epoch, Tensor activations) {
    double[] v = activations.values();
    int size = activations.size();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += v[i];
    }
    double mean = sum / size;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      squares += (v[i] - mean) * (v[i] - mean);
    }
    return new LayerActivations(
        network,
        layer,
        epoch,
        mean,
        Math.sqrt(squares / size),
        (double) deadUnits(activations) / activations.columns(),
        Histogram.of(v, size));
  }

  private static int deadUnits(Tensor activations) {
    double[] v = activations.values();
    int width = activations.columns();
    int dead = 0;
    for (int j = 0; j < width; j++) {
      int i = j;
      while (i < activations.size() && v[i] == 0) {
        i += width;
      }
      dead += i >= activations.size() ? 1 : 0;
    }
    return dead;
  }
}
