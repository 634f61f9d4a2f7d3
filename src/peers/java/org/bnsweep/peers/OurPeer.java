package org.bnsweep.peers;

import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.TrainingData;

/** This program, float64. */
final class OurPeer implements Peer {
  private final PairTrainer trainer;

  OurPeer(Dataset data) {
    trainer = new PairTrainer(new TrainingData(data));
  }

  @Override
  public ByNetwork<Double> train(Hyperparameters h, int epochs) {
    return trainer.train(h, epochs).map(curve -> curve.last().trainAccuracy());
  }

  @Override
  public void close() {
    trainer.close();
  }
}
