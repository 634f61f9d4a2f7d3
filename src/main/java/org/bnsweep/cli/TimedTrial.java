package org.bnsweep.cli;

import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Mnist;
import org.bnsweep.sweep.Workload;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.TrainingData;

/**
 * The beginning of a trial, trained on this thread to see how long it takes.
 *
 * @param epochs trained of it
 * @param flops of these
 * @param seconds they took
 */
record TimedTrial(int epochs, double flops, double seconds) {
  /** Enough to tell; the epochs are doubled until it is reached. */
  private static final double ENOUGH_SECONDS = 0.25;

  /** A first epoch that would take longer is tried on fewer samples. */
  private static final double MOST_SECONDS = 1;

  /** Trains {@code trial} for about half a second in all. */
  static TimedTrial of(DataSettings settings, Dataset dataset, Hyperparameters trial, int epochs) {
    Workload first = workload(dataset, 1);
    double seconds = TrialCost.seconds(first.flops(trial));
    Dataset timed = seconds > MOST_SECONDS ? part(settings, MOST_SECONDS / seconds) : dataset;
    try (PairTrainer trainer = new PairTrainer(new TrainingData(timed))) {
      // Loads the native libraries; until it has run a while, Java is slow.
      time(trainer, timed, trial, 1);
      TimedTrial longest = time(trainer, timed, trial, 1);
      double spent = longest.seconds;
      while (longest.seconds < ENOUGH_SECONDS && spent < 2 * ENOUGH_SECONDS) {
        longest = time(trainer, timed, trial, Math.min(epochs, 2 * longest.epochs));
        spent += longest.seconds;
      }
      return longest;
    }
  }

  private static Dataset part(DataSettings settings, double share) {
    int size = (int) Math.max(1, settings.trainSize() * share);
    return Mnist.load(new DataSettings(settings.source(), size, 0), Configuration::new);
  }

  private static TimedTrial time(
      PairTrainer trainer, Dataset dataset, Hyperparameters trial, int epochs) {
    long start = System.nanoTime();
    trainer.train(trial, epochs);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new TimedTrial(epochs, workload(dataset, epochs).flops(trial), seconds);
  }

  /** What each trial on {@code dataset} has to do. */
  static Workload workload(Dataset dataset, int epochs) {
    return new Workload(
        dataset.train().features(), dataset.train().count(), dataset.test().count(), epochs);
  }
}
