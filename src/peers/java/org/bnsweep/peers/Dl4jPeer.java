package org.bnsweep.peers;

import java.util.List;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Samples;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.train.ByNetwork;
import org.bnsweep.train.Network;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** DL4J, float32, on the OpenBLAS that we run. */
final class Dl4jPeer implements Peer {
  private final Samples samples;
  private final INDArray x;
  private final INDArray oneHot;

  /** Takes a copy of the training samples. */
  Dl4jPeer(Dataset data) {
    this.samples = data.train();
    this.x = Nd4j.create(DataType.FLOAT, samples.count(), samples.features());
    this.oneHot = Nd4j.create(DataType.FLOAT, samples.count(), samples.classes());
    for (int i = 0; i < samples.count(); i++) {
      for (int j = 0; j < samples.features(); j++) {
        x.putScalar(i, j, samples.value(i, j));
      }
      oneHot.putScalar(i, samples.label(i), 1);
    }
  }

  @Override
  public ByNetwork<Double> train(Hyperparameters h, int epochs) {
    Draws draws = new Draws(h, samples.count(), samples.features(), samples.classes());
    ByNetwork<MultiLayerNetwork> networks =
        ByNetwork.of(network -> network(h, network, draws.weights().of(network)));
    int perEpoch = (samples.count() + h.batchSize() - 1) / h.batchSize();
    ByNetwork<Double> accuracies = ByNetwork.of(network -> Double.NaN);
    for (int i = 0; i <= (epochs - 1) * perEpoch; i++) {
      int[] rows = draws.batch(h.batchSize());
      INDArray batch = Nd4j.pullRows(x, 1, rows);
      INDArray answers = Nd4j.pullRows(oneHot, 1, rows);
      networks.stream().forEach(network -> network.fit(batch, answers));
      if (i % perEpoch == 0) {
        accuracies = networks.map(this::accuracy);
      }
    }
    networks.stream().forEach(MultiLayerNetwork::close);
    return accuracies;
  }

  private static MultiLayerNetwork network(
      Hyperparameters h, Network which, List<DrawnWeights> weights) {
    boolean normalized = which == Network.NORMALIZED;
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .updater(new Sgd(h.learningRate()))
            .list();
    for (DrawnWeights layer : weights.subList(0, weights.size() - 1)) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(layer.inputs())
              .nOut(layer.outputs())
              .activation(normalized ? Activation.IDENTITY : Activation.RELU)
              .build());
      if (normalized) {
        layers.layer(
            new BatchNormalization.Builder()
                .nOut(layer.outputs())
                .eps(h.normEpsilon())
                .decay(h.bnMomentum())
                .build());
        layers.layer(new ActivationLayer(Activation.RELU));
      }
    }
    DrawnWeights last = weights.get(weights.size() - 1);
    layers.layer(
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(last.inputs())
            .nOut(last.outputs())
            .activation(Activation.SOFTMAX)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    for (int l = 0; l < weights.size(); l++) {
      network.setParam(l * (normalized ? 3 : 1) + "_W", array(weights.get(l)));
    }
    return network;
  }

  private static INDArray array(DrawnWeights drawn) {
    return Nd4j.create(
        drawn.values(), new long[] {drawn.inputs(), drawn.outputs()}, DataType.FLOAT);
  }

  private double accuracy(MultiLayerNetwork network) {
    int[] answers = network.predict(x);
    int correct = 0;
    for (int i = 0; i < answers.length; i++) {
      correct += answers[i] == samples.label(i) ? 1 : 0;
    }
    return (double) correct / answers.length;
  }

  @Override
  public void close() {
    x.close();
    oneHot.close();
  }
}
