package org.bnsweep.settings;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.Normalization;
import org.bnsweep.nn.WeightScale;

/**
 * The settings of one trial: a value for each {@link Hyperparameter}, where their ranges and
 * defaults are.
 *
 * @param weightScale standard deviation of the initial weights
 * @param learningRate factor of the update
 * @param batchSize samples drawn, with replacement, for each update
 * @param hidden widths of the hidden layers
 * @param activation after each hidden layer
 * @param dropout the share of activations dropped in training
 * @param weightDecay lambda of {@code lambda/2 * sum(W^2)}
 * @param optimizer the update rule
 * @param normalization of the normalized network
 * @param normPosition whether it stands before or after the activation
 * @param normEpsilon what keeps its division defined
 * @param bnMomentum weight of the old value in the running averages of Batch Normalization; the
 *     default, whatever is given, with any other normalization, so that there is one trial of it
 * @param seed of NumPy's generator
 */
public record Hyperparameters(
    WeightScale weightScale,
    double learningRate,
    int batchSize,
    List<Integer> hidden,
    Activation activation,
    double dropout,
    double weightDecay,
    OptimizerKind optimizer,
    NormalizationKind normalization,
    Normalization.Position normPosition,
    double normEpsilon,
    double bnMomentum,
    long seed)
    implements Serializable {

  /** Largest seed that NumPy's generator takes. */
  public static final long MOST_SEED = 0xffff_ffffL;

  /**
   * @throws IllegalArgumentException naming the setting, its value and the range
   */
  public Hyperparameters {
    hidden = List.copyOf(hidden);
    check(Hyperparameter.LEARNING_RATE, learningRate);
    check(Hyperparameter.BATCH_SIZE, batchSize);
    check(Hyperparameter.HIDDEN, hidden);
    check(Hyperparameter.DROPOUT, dropout);
    check(Hyperparameter.WEIGHT_DECAY, weightDecay);
    check(Hyperparameter.NORM_EPSILON, normEpsilon);
    check(Hyperparameter.BN_MOMENTUM, bnMomentum);
    bnMomentum =
        Hyperparameter.BN_MOMENTUM.isOf(normalization)
            ? bnMomentum
            : (double) Hyperparameter.BN_MOMENTUM.byDefault();
    check(Hyperparameter.SEED, seed);
  }

  private static void check(Hyperparameter setting, Object value) {
    if (!setting.allows(value)) {
      throw new IllegalArgumentException(
          setting.word() + " is " + value + ", must be " + setting.expected());
    }
  }

  /** Those with every default, to be changed one by one. */
  public static TrialBuilder builder() {
    return new TrialBuilder();
  }

  /** Those with these values, and defaults for the others. */
  public static Hyperparameters of(Map<Hyperparameter, Object> values) {
    TrialBuilder trial = new TrialBuilder();
    values.forEach((setting, value) -> setting.set(trial, value));
    return trial.build();
  }

  /**
   * Those in the columns of a row.
   *
   * @throws IllegalArgumentException if a value is none that {@link Hyperparameter#write} writes
   */
  public static Hyperparameters read(Column.Source row) {
    TrialBuilder trial = new TrialBuilder();
    for (Hyperparameter setting : Hyperparameter.values()) {
      setting.set(trial, setting.read(row));
    }
    return trial.build();
  }

  /** These with another value of {@code setting}. */
  public Hyperparameters with(Hyperparameter setting, Object value) {
    TrialBuilder trial = new TrialBuilder();
    for (Hyperparameter each : Hyperparameter.values()) {
      each.set(trial, each == setting ? value : each.of(this));
    }
    return trial.build();
  }
}
