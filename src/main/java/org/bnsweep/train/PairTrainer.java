package org.bnsweep.train;

import java.util.Optional;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.nn.Architecture;
import org.bnsweep.nn.HiddenObserver;
import org.bnsweep.nn.Matrix;
import org.bnsweep.nn.Mlp;
import org.bnsweep.random.NumpyRandom;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.optimizer.Optimizer;

/**
 * What trains the two networks of a trial, with a normalization and without, on the same batches.
 *
 * <p>A trial is a pure function of its hyperparameters, the number of epochs and the samples. Its
 * random stream is NumPy's: {@code seed}; the weights of the normalized network, then of the plain
 * one; for every iteration {@code choice(N, batch)} and the dropout masks, the normalized network's
 * first.
 *
 * <p>Belongs to one thread and keeps its networks' memory from trial to trial; close it at the end.
 */
public final class PairTrainer implements AutoCloseable {
  private final TrainingData data;
  private Optional<Pair> pair = Optional.empty();

  private record Pair(
      ByNetwork<Architecture> architectures, ByNetwork<Mlp> networks, Matrix batch) {
    static Pair of(ByNetwork<Architecture> architectures) {
      return new Pair(
          architectures,
          architectures.map(Mlp::new),
          new Matrix(1, architectures.plain().inputs().count()));
    }

    void close() {
      networks.stream().forEach(Mlp::close);
      batch.close();
    }
  }

  /** A trainer on {@code data}, which other threads may share. */
  public PairTrainer(TrainingData data) {
    this.data = data;
  }

  /**
   * Trains one pair.
   *
   * @param epochs points of each curve, 1 and up; an epoch has {@code ceil(N / batch size)}
   *     iterations
   */
  public PairCurves train(Hyperparameters h, int epochs) {
    return train(h, epochs, Recordings.NONE).curves();
  }

  /**
   * As {@link #train(Hyperparameters, int)}, and keeps what {@code recordings} say; the curves are
   * the same either way.
   */
  public PairResult train(Hyperparameters h, int epochs, Recordings recordings) {
    return train(h, epochs, recordings, data.suitedTo(h), WeightNudge.NONE);
  }

  /** As {@link #train(Hyperparameters, int)}, on a form of the data that the caller chooses. */
  PairCurves train(Hyperparameters h, int epochs, TrainingData.Form form) {
    return train(h, epochs, Recordings.NONE, form, WeightNudge.NONE).curves();
  }

  /** As {@link #train(Hyperparameters, int)}, from weights that were drawn and then nudged. */
  PairCurves train(Hyperparameters h, int epochs, WeightNudge nudge) {
    return train(h, epochs, Recordings.NONE, data.suitedTo(h), nudge).curves();
  }

  private PairResult train(
      Hyperparameters h,
      int epochs,
      Recordings recordings,
      TrainingData.Form form,
      WeightNudge nudge) {
    ActivationRecorder hidden = new ActivationRecorder(recordings, epochs);
    GradientRecorder around = new GradientRecorder(recordings, h.learningRate());
    Pair networks = networksFor(h, form);
    NumpyRandom random = new NumpyRandom(h.seed());
    networks.networks.stream().forEach(network -> network.initialize(h.weightScale(), random));
    networks.networks.stream().forEach(nudge::apply);
    ByNetwork<NetworkInTraining> trainees = networks.networks.map(network -> trainee(network, h));
    int samples = form.train().count();
    int perEpoch = (samples + h.batchSize() - 1) / h.batchSize();
    int[] rows = new int[h.batchSize()];
    int[] labels = new int[h.batchSize()];
    for (int epoch = 0, iteration = 0; epoch < epochs; iteration++) {
      random.choice(samples, rows);
      networks.batch.gather(form.train().matrix(), rows);
      select(form.train().labels(), rows, labels);
      boolean measured = iteration % perEpoch == 0;
      for (Network network : Network.values()) {
        trainees
            .of(network)
            .step(
                networks.batch,
                labels,
                measured ? hidden.at(network, epoch) : HiddenObserver.NONE,
                measured ? around.at(network, epoch) : UpdateObserver.NONE);
      }
      if (measured) {
        NetworkInTraining.measure(trainees.stream().toList(), form, epoch, iteration);
        epoch++;
      }
    }
    return new PairResult(
        PairCurves.of(network -> trainees.of(network).curve()),
        new Recorded(hidden.activations(), around.gradients(), around.landscapes()),
        Arithmetic.ofThisProcess());
  }

  // Not in the loop that calls it: a method whose own loops are long is compiled with all it calls.
  private static void select(int[] labels, int[] rows, int[] selected) {
    for (int i = 0; i < rows.length; i++) {
      selected[i] = labels[rows[i]];
    }
  }

  private static NetworkInTraining trainee(Mlp network, Hyperparameters h) {
    return new NetworkInTraining(
        network, Optimizer.of(h.optimizer(), h.learningRate(), network.parameters()));
  }

  private Pair networksFor(Hyperparameters h, TrainingData.Form form) {
    int classes = data.dataset().classes();
    ByNetwork<Architecture> wanted =
        ByNetwork.of(network -> Architectures.of(h, form.inputs(), classes, network));
    if (pair.isEmpty() || !pair.get().architectures.equals(wanted)) {
      close();
      pair = Optional.of(Pair.of(wanted));
    }
    return pair.get();
  }

  /** Whether it keeps networks, and their off-heap memory, for the next trial. */
  boolean holdsMemory() {
    return pair.isPresent();
  }

  /** Gives the networks' off-heap memory back; the trainer can still be used and takes it anew. */
  @Override
  public void close() {
    pair.ifPresent(Pair::close);
    pair = Optional.empty();
  }
}
