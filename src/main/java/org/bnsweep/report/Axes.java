package org.bnsweep.report;

import org.bnsweep.sweep.AxisName;
import org.bnsweep.train.Hyperparameters;

/** Axes and their values as people read them. */
final class Axes {

  private Axes() {}

  /** The word with spaces. */
  static String label(AxisName axis) {
    return axis.word().replace('_', ' ');
  }

  /** A few letters, for the title of a panel. */
  static String symbol(AxisName axis) {
    return switch (axis) {
      case WEIGHT_SCALE -> "W";
      case LEARNING_RATE -> "lr";
      case BATCH_SIZE -> "batch";
      case HIDDEN -> "hidden";
      case ACTIVATION -> "act";
      case DROPOUT -> "dropout";
      case WEIGHT_DECAY -> "decay";
      case OPTIMIZER -> "opt";
      case SEED -> "seed";
    };
  }

  /** Where {@code hyperparameters} lie on {@code axis}. */
  static AxisValue value(AxisName axis, Hyperparameters hyperparameters) {
    return value(axis.of(hyperparameters));
  }

  /** A value of an axis as {@link AxisName#of(Hyperparameters)} gives it. */
  static AxisValue value(Object value) {
    Object plain = AxisName.plain(value);
    String text = plain.toString().replace(" ", "");
    return new AxisValue(text, plain instanceof Number number ? number.doubleValue() : Double.NaN);
  }
}
