package org.bnsweep.peers;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.random.NumpyRandom;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.ByNetwork;

/**
 * What is random in a trial, in the order of {@link org.bnsweep.train.PairTrainer}'s stream: the
 * weights of the network with normalization, those of the plain one, then a batch at a time.
 *
 * <p>Biases, and beta, are 0 at first, gamma is 1: every library's default.
 */
final class Draws {
  private final NumpyRandom random;
  private final ByNetwork<List<DrawnWeights>> weights;
  private final int samples;

  /**
   * Draws the weights.
   *
   * @param samples that batches are chosen from
   */
  Draws(Hyperparameters h, int samples, int features, int classes) {
    this.random = new NumpyRandom(h.seed());
    this.samples = samples;
    List<Integer> widths = new ArrayList<>(List.of(features));
    widths.addAll(h.hidden());
    widths.add(classes);
    this.weights = ByNetwork.of(network -> draw(h, widths));
  }

  private List<DrawnWeights> draw(Hyperparameters h, List<Integer> widths) {
    List<DrawnWeights> layers = new ArrayList<>();
    for (int l = 0; l + 1 < widths.size(); l++) {
      int inputs = widths.get(l);
      double std = h.weightScale().std(inputs);
      double[] values = new double[inputs * widths.get(l + 1)];
      random.randn(values);
      for (int i = 0; i < values.length; i++) {
        values[i] *= std;
      }
      layers.add(new DrawnWeights(inputs, widths.get(l + 1), values));
    }
    return layers;
  }

  /** Of each network, layer by layer. */
  ByNetwork<List<DrawnWeights>> weights() {
    return weights;
  }

  /** The samples of the next batch, for both networks. */
  int[] batch(int size) {
    int[] rows = new int[size];
    random.choice(samples, rows);
    return rows;
  }
}
