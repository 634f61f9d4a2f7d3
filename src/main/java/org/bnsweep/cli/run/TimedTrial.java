package org.bnsweep.cli.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.SampleShape;
import org.bnsweep.sweep.Workload;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.Recordings;
import org.bnsweep.train.TrainingData;

/**
 * The beginning of a trial, trained on this thread to see how long it takes.
 *
 * @param epochs trained of it
 * @param flops of these
 * @param seconds of a core they took, however busy the machine is
 */
public record TimedTrial(int epochs, double flops, double seconds) {
  /** Enough to tell; the epochs are doubled until it is reached. */
  private static final double ENOUGH_SECONDS = 0.4;

  /** In all; a first epoch that would take longer is tried on fewer samples. */
  private static final double MOST_SECONDS = 1;

  /**
   * Trains the beginning of {@code trial}, ever more of it, for about a second in all.
   *
   * @param hadoop asked only where fewer samples are read than {@code dataset} has
   * @param recordings what it keeps meanwhile
   */
  public static TimedTrial of(
      DataSettings settings,
      Supplier<Configuration> hadoop,
      Dataset dataset,
      Hyperparameters trial,
      int epochs,
      Recordings recordings) {
    Workload first = workload(dataset, 1, recordings);
    double seconds = TrialCost.seconds(first.flops(trial));
    Dataset timed =
        seconds > MOST_SECONDS ? part(settings, hadoop, MOST_SECONDS / seconds) : dataset;
    try (PairTrainer trainer = new PairTrainer(new TrainingData(timed))) {
      // Loads the native libraries.
      trainer.train(trial, 1, recordings);
      TimedTrial fastest = time(trainer, timed, trial, Math.min(epochs, 2), recordings);
      TimedTrial last = fastest;
      double spent = last.seconds;
      while (last.seconds < ENOUGH_SECONDS && spent + 2 * last.seconds < MOST_SECONDS) {
        last = time(trainer, timed, trial, Math.min(epochs, 2 * last.epochs), recordings);
        spent += last.seconds;
        // Java is slow until it has run a while.
        fastest = last.rate() > fastest.rate() ? last : fastest;
      }
      return fastest;
    }
  }

  private double rate() {
    return flops / seconds;
  }

  private static Dataset part(DataSettings settings, Supplier<Configuration> hadoop, double share) {
    int size = (int) Math.max(1, settings.trainSize() * share);
    return SampleSource.load(settings.sized(size, 0), hadoop);
  }

  private static TimedTrial time(
      PairTrainer trainer,
      Dataset dataset,
      Hyperparameters trial,
      int epochs,
      Recordings recordings) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    trainer.train(trial, epochs, recordings);
    double seconds = Math.max(1, threads.getCurrentThreadCpuTime() - start) / 1e9;
    return new TimedTrial(epochs, workload(dataset, epochs, recordings).flops(trial), seconds);
  }

  /** What each trial on {@code dataset} has to do. */
  public static Workload workload(Dataset dataset, int epochs, Recordings recordings) {
    return new Workload(
        SampleShape.of(dataset),
        dataset.train().count(),
        dataset.test().count(),
        epochs,
        recordings);
  }
}
