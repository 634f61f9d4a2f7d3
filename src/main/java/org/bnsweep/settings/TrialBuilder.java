package org.bnsweep.settings;

import java.util.List;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;

/** The settings of a trial, collected one by one; what is left out has its default. */
final class TrialBuilder {
  private WeightScale weightScale = WeightScale.of(0);
  private double learningRate;
  private int batchSize;
  private List<Integer> hidden = List.of();
  private Activation activation = Activation.RELU;
  private double dropout;
  private double weightDecay;
  private OptimizerKind optimizer = OptimizerKind.SGD;
  private long seed;

  TrialBuilder() {
    for (Hyperparameter setting : Hyperparameter.values()) {
      setting.set(this, setting.byDefault());
    }
  }

  void weightScale(WeightScale value) {
    weightScale = value;
  }

  void learningRate(double value) {
    learningRate = value;
  }

  void batchSize(int value) {
    batchSize = value;
  }

  void hidden(List<Integer> value) {
    hidden = value;
  }

  void activation(Activation value) {
    activation = value;
  }

  void dropout(double value) {
    dropout = value;
  }

  void weightDecay(double value) {
    weightDecay = value;
  }

  void optimizer(OptimizerKind value) {
    optimizer = value;
  }

  void seed(long value) {
    seed = value;
  }

  Hyperparameters build() {
    return new Hyperparameters(
        weightScale,
        learningRate,
        batchSize,
        hidden,
        activation,
        dropout,
        weightDecay,
        optimizer,
        seed);
  }
}
