package org.bnsweep.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.train.Hyperparameters;

/** The axes a grid can have, in the order the report lists them. */
enum Axis {
  WEIGHT_SCALE("W"),
  LEARNING_RATE("lr"),
  BATCH_SIZE("batch"),
  HIDDEN("hidden"),
  ACTIVATION("act"),
  DROPOUT("dropout"),
  WEIGHT_DECAY("decay"),
  OPTIMIZER("opt"),
  SEED("seed");

  private final String symbol;

  Axis(String symbol) {
    this.symbol = symbol;
  }

  /** The word in YAML, Parquet and CSV. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word with a space, for people. */
  String label() {
    return word().replace('_', ' ');
  }

  /** A few letters, for the title of a panel. */
  String symbol() {
    return symbol;
  }

  /** Where {@code hyperparameters} lie on this axis. */
  AxisValue of(Hyperparameters hyperparameters) {
    return switch (this) {
      case WEIGHT_SCALE -> weightScale(hyperparameters.weightScale());
      case LEARNING_RATE -> AxisValue.of(hyperparameters.learningRate());
      case BATCH_SIZE -> AxisValue.of(hyperparameters.batchSize());
      case HIDDEN -> AxisValue.word(list(hyperparameters));
      case ACTIVATION -> AxisValue.word(hyperparameters.activation().word());
      case DROPOUT -> AxisValue.of(hyperparameters.dropout());
      case WEIGHT_DECAY -> AxisValue.of(hyperparameters.weightDecay());
      case OPTIMIZER -> AxisValue.word(hyperparameters.optimizer().word());
      case SEED -> AxisValue.of(hyperparameters.seed());
    };
  }

  private static AxisValue weightScale(WeightScale scale) {
    return scale.init() == WeightScale.Init.NORMAL
        ? AxisValue.of(scale.scale())
        : AxisValue.word(scale.init().name().toLowerCase(Locale.ROOT));
  }

  private static String list(Hyperparameters hyperparameters) {
    return hyperparameters.hidden().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
