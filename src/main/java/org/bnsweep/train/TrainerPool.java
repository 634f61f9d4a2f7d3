package org.bnsweep.train;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bnsweep.data.Dataset;

/**
 * The trainers of one process on one data set: as many as trials were ever trained at once, each
 * keeping its networks' memory for the next trial. Thread-safe.
 */
public final class TrainerPool implements AutoCloseable {
  private final TrainingData data;
  private final Deque<PairTrainer> idle = new ArrayDeque<>();

  /** A pool that has no trainer yet. */
  public TrainerPool(Dataset dataset) {
    this.data = new TrainingData(dataset);
  }

  /** Whether trials on {@code dataset} can be trained here. */
  public boolean trainsOn(Dataset dataset) {
    return data.dataset().checksum().equals(dataset.checksum());
  }

  /** Trains one pair on the calling thread; see {@link PairTrainer#train(Hyperparameters, int)}. */
  public PairCurves train(Hyperparameters hyperparameters, int epochs) {
    return train(hyperparameters, epochs, ActivationRecording.OFF).curves();
  }

  /** As {@link #train(Hyperparameters, int)}, with activations if {@code recording} is on. */
  public PairResult train(
      Hyperparameters hyperparameters, int epochs, ActivationRecording recording) {
    PairTrainer trainer = take();
    PairResult result = trainer.train(hyperparameters, epochs, recording);
    // Not after an exception: whatever state it left goes with the trainer.
    give(trainer);
    return result;
  }

  /** Makes the data ready for the first trial. */
  public void prepare() {
    data.prepare();
  }

  private synchronized PairTrainer take() {
    return idle.isEmpty() ? new PairTrainer(data) : idle.pop();
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
