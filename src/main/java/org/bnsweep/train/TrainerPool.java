package org.bnsweep.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameters;

/**
 * The trainers of one process on one data set: as many as trials were ever trained at once, each
 * keeping its networks' memory for the next trial. Thread-safe.
 */
public final class TrainerPool implements AutoCloseable {
  private final TrainingData data;
  private final Function<TrainingData, PairTrainer> maker;
  private final Deque<PairTrainer> idle = new ArrayDeque<>();

  /** A pool that has no trainer yet. */
  public TrainerPool(Dataset dataset) {
    this(dataset, PairTrainer::new);
  }

  /** As {@link #TrainerPool(Dataset)}, with trainers that {@code maker} makes. */
  TrainerPool(Dataset dataset, Function<TrainingData, PairTrainer> maker) {
    this.data = new TrainingData(dataset);
    this.maker = maker;
  }

  /** Whether trials on {@code dataset} can be trained here. */
  public boolean trainsOn(Dataset dataset) {
    return data.dataset().checksum().equals(dataset.checksum());
  }

  /** Trains one pair on the calling thread; see {@link PairTrainer#train(Hyperparameters, int)}. */
  public PairCurves train(Hyperparameters hyperparameters, int epochs) {
    return train(hyperparameters, epochs, Recordings.NONE).curves();
  }

  /** As {@link #train(Hyperparameters, int)}, with what {@code recordings} say beside. */
  public PairResult train(Hyperparameters hyperparameters, int epochs, Recordings recordings) {
    PairTrainer trainer = take();
    try {
      PairResult result = trainer.train(hyperparameters, epochs, recordings);
      give(trainer);
      return result;
    } catch (Throwable e) {
      // Whatever state it left goes with the trainer; the collector would free its memory too late.
      closeAfter(e, trainer);
      throw e;
    }
  }

  private static void closeAfter(Throwable failure, PairTrainer trainer) {
    try {
      trainer.close();
    } catch (RuntimeException | Error e) {
      failure.addSuppressed(e);
    }
  }

  /** Makes the data ready for the first trial. */
  public void prepare() {
    data.prepare();
  }

  private synchronized PairTrainer take() {
    return idle.isEmpty() ? maker.apply(data) : idle.pop();
  }

  private synchronized void give(PairTrainer trainer) {
    idle.push(trainer);
  }

  /** Gives the memory of all idle trainers back. */
  @Override
  public synchronized void close() {
    idle.forEach(PairTrainer::close);
    idle.clear();
  }
}
