package org.bnsweep.peers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Samples;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.ByNetwork;

/** PyTorch, through DJL. */
final class TorchPeer implements Peer {
  private final NDManager manager = NDManager.newBaseManager();
  private final Samples samples;
  private final DataType type;
  private final NDArray x;
  private final NDArray labels;

  /**
   * Takes a copy of the training samples.
   *
   * @param type of all real numbers, float32 or float64
   */
  TorchPeer(Dataset data, DataType type) {
    this.samples = data.train();
    this.type = type;
    Shape shape = new Shape(samples.count(), samples.features());
    this.x = array(manager, values(samples), shape, type);
    this.labels = manager.create(labels(samples));
  }

  /**
   * An array in PyTorch's own memory: what DJL makes of a Java array lies in a buffer of Java's,
   * and {@code toType} shares that if there is nothing to convert, though asked for a copy.
   */
  static NDArray array(NDManager manager, double[] values, Shape shape, DataType type) {
    try (NDArray inBuffer = manager.create(values, shape);
        NDArray typed = inBuffer.toType(type, false)) {
      return typed.duplicate();
    }
  }

  private static double[] values(Samples samples) {
    double[] values = new double[samples.count() * samples.features()];
    for (int i = 0; i < values.length; i++) {
      values[i] = samples.values().at(i);
    }
    return values;
  }

  private static long[] labels(Samples samples) {
    long[] labels = new long[samples.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = samples.label(i);
    }
    return labels;
  }

  @Override
  public ByNetwork<Double> train(Hyperparameters h, int epochs) {
    Draws draws = new Draws(h, samples.count(), samples.features(), samples.classes());
    ByNetwork<TorchNetwork> networks =
        ByNetwork.of(network -> new TorchNetwork(h, network, draws.weights().of(network), type));
    int perEpoch = (samples.count() + h.batchSize() - 1) / h.batchSize();
    ByNetwork<Double> accuracies = ByNetwork.of(network -> Double.NaN);
    for (int i = 0; i <= (epochs - 1) * perEpoch; i++) {
      // What is made from its arrays is the manager's, too, and freed with it.
      try (NDManager step = manager.newSubManager()) {
        NDIndex rows = new NDIndex("{}", step.create(draws.batch(h.batchSize())));
        NDArray batch = x.get(step, rows);
        NDArray answers = labels.get(step, rows);
        networks.stream().forEach(network -> network.update(batch, answers));
      }
      if (i % perEpoch == 0) {
        accuracies = networks.map(this::accuracy);
      }
    }
    networks.stream().forEach(TorchNetwork::close);
    return accuracies;
  }

  private double accuracy(TorchNetwork network) {
    try (NDManager step = manager.newSubManager()) {
      return (double) network.correct(x.get(step, new NDIndex(":")), labels) / samples.count();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
