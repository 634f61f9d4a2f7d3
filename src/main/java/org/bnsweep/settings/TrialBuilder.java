package org.bnsweep.settings;

import java.util.List;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.Normalization;
import org.bnsweep.nn.WeightScale;

/** The settings of a trial, collected one by one; what is left out has its default. */
public final class TrialBuilder {
  private WeightScale weightScale = WeightScale.of(0);
  private double learningRate;
  private int batchSize;
  private List<Integer> hidden = List.of();
  private Activation activation = Activation.RELU;
  private double dropout;
  private double weightDecay;
  private OptimizerKind optimizer = OptimizerKind.SGD;
  private NormalizationKind normalization = NormalizationKind.BATCH;
  private Normalization.Position normPosition = Normalization.Position.BEFORE;
  private double normEpsilon;
  private double bnMomentum;
  private long seed;

  TrialBuilder() {
    for (Hyperparameter setting : Hyperparameter.values()) {
      setting.set(this, setting.byDefault());
    }
  }

  public TrialBuilder weightScale(WeightScale value) {
    weightScale = value;
    return this;
  }

  public TrialBuilder learningRate(double value) {
    learningRate = value;
    return this;
  }

  public TrialBuilder batchSize(int value) {
    batchSize = value;
    return this;
  }

  public TrialBuilder hidden(List<Integer> value) {
    hidden = value;
    return this;
  }

  public TrialBuilder activation(Activation value) {
    activation = value;
    return this;
  }

  public TrialBuilder dropout(double value) {
    dropout = value;
    return this;
  }

  public TrialBuilder weightDecay(double value) {
    weightDecay = value;
    return this;
  }

  public TrialBuilder optimizer(OptimizerKind value) {
    optimizer = value;
    return this;
  }

  public TrialBuilder normalization(NormalizationKind value) {
    normalization = value;
    return this;
  }

  public TrialBuilder normPosition(Normalization.Position value) {
    normPosition = value;
    return this;
  }

  public TrialBuilder normEpsilon(double value) {
    normEpsilon = value;
    return this;
  }

  public TrialBuilder bnMomentum(double value) {
    bnMomentum = value;
    return this;
  }

  public TrialBuilder seed(long value) {
    seed = value;
    return this;
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Hyperparameters build() {
    return new Hyperparameters(
        weightScale,
        learningRate,
        batchSize,
        hidden,
        activation,
        dropout,
        weightDecay,
        optimizer,
        normalization,
        normPosition,
        normEpsilon,
        bnMomentum,
        seed);
  }
}
