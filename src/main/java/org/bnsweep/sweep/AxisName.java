package org.bnsweep.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.nn.WeightScale.Init;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.OptimizerKind;

/**
 * The settings of a trial that can be an axis of a grid, in the order of {@link Hyperparameters}.
 */
public enum AxisName {
  WEIGHT_SCALE,
  LEARNING_RATE,
  BATCH_SIZE,
  HIDDEN,
  ACTIVATION,
  DROPOUT,
  WEIGHT_DECAY,
  OPTIMIZER,
  SEED;

  /** The word in YAML, Parquet and CSV. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The axis called {@code word} in YAML. */
  public static Optional<AxisName> of(String word) {
    return Arrays.stream(values()).filter(axis -> axis.word().equals(word)).findFirst();
  }

  /**
   * The value of this axis in a trial, boxed; two values are the same trial's if they are equal.
   */
  public Object of(Hyperparameters trial) {
    return switch (this) {
      case WEIGHT_SCALE -> trial.weightScale();
      case LEARNING_RATE -> trial.learningRate();
      case BATCH_SIZE -> trial.batchSize();
      case HIDDEN -> trial.hidden();
      case ACTIVATION -> trial.activation();
      case DROPOUT -> trial.dropout();
      case WEIGHT_DECAY -> trial.weightDecay();
      case OPTIMIZER -> trial.optimizer();
      case SEED -> trial.seed();
    };
  }

  /**
   * A number as a value of this axis.
   *
   * @throws IllegalArgumentException if this axis has no numbers, or {@code number} is not whole
   *     and has to be
   */
  public Object valueOf(Number number) {
    return switch (this) {
      // Adding zero turns -0.0 into 0.0: one setting, one trial.
      case WEIGHT_SCALE -> WeightScale.of(number.doubleValue() + 0.0);
      case LEARNING_RATE, DROPOUT, WEIGHT_DECAY -> number.doubleValue() + 0.0;
      case BATCH_SIZE -> Math.toIntExact(whole(number));
      case SEED -> whole(number);
      case HIDDEN, ACTIVATION, OPTIMIZER ->
          throw new IllegalArgumentException(word() + " has no numbers");
    };
  }

  private static long whole(Number number) {
    long whole = number.longValue();
    if (whole != number.doubleValue()) {
      throw new IllegalArgumentException(number + " is not a whole number");
    }
    return whole;
  }

  /** Whether values are numbers (a named weight scale is one that depends on the layer). */
  public boolean numeric() {
    return switch (this) {
      case HIDDEN, ACTIVATION, OPTIMIZER -> false;
      default -> true;
    };
  }

  /** Whether values are whole numbers. */
  public boolean whole() {
    return this == BATCH_SIZE || this == SEED;
  }

  /** A value as it is written in YAML or JSON: a number, a word, or a list of widths. */
  public static Object plain(Object value) {
    if (value instanceof WeightScale scale) {
      return scale.init() == Init.NORMAL ? (Object) scale.scale() : scale.init().word();
    }
    if (value instanceof Activation activation) {
      return activation.word();
    }
    if (value instanceof OptimizerKind optimizer) {
      return optimizer.word();
    }
    return value;
  }

  /**
   * A trial's settings as {@code key=value} without blanks, one per axis: what {@code --set} takes
   * to train it again.
   */
  public static List<String> settings(Hyperparameters trial) {
    return Arrays.stream(values())
        .map(axis -> axis.word() + "=" + plain(axis.of(trial)).toString().replace(" ", ""))
        .toList();
  }

  /** A trial with these values; every axis has one. */
  @SuppressWarnings("unchecked") // hidden's values are lists of widths
  public static Hyperparameters trial(Map<AxisName, Object> values) {
    return new Hyperparameters(
        (WeightScale) values.get(WEIGHT_SCALE),
        (Double) values.get(LEARNING_RATE),
        (Integer) values.get(BATCH_SIZE),
        (List<Integer>) values.get(HIDDEN),
        (Activation) values.get(ACTIVATION),
        (Double) values.get(DROPOUT),
        (Double) values.get(WEIGHT_DECAY),
        (OptimizerKind) values.get(OPTIMIZER),
        (Long) values.get(SEED));
  }
}
