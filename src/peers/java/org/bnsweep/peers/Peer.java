package org.bnsweep.peers;

import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.ByNetwork;

/** A library that trains pairs. Used by one thread; closed at the end. */
interface Peer extends AutoCloseable {

  /**
   * Trains one pair as {@link org.bnsweep.train.PairTrainer} does: an update of both networks on
   * the same batch, and after the first one of each epoch their accuracies over all samples.
   *
   * @param h with the sizes, normalization and optimizer of the default experiment
   * @return the accuracies of the last epoch, 0 to 1
   */
  ByNetwork<Double> train(Hyperparameters h, int epochs);

  @Override
  void close();
}
