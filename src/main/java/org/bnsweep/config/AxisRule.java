package org.bnsweep.config;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bnsweep.config.Node.Scalar;
import org.bnsweep.config.Node.Sequence;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.nn.WeightScale.Init;
import org.bnsweep.sweep.AxisName;
import org.bnsweep.train.OptimizerKind;

/** What the values of an axis look like in YAML, and which of them are allowed. */
final class AxisRule {
  /** Rules of the weight scale that a word may stand for. */
  private static final List<String> SCALES = List.of("he", "xavier");

  private final AxisName axis;

  AxisRule(AxisName axis) {
    this.axis = axis;
  }

  /** What would be right, for messages. */
  String expected() {
    return switch (axis) {
      case WEIGHT_SCALE -> "a finite number of 0 or more, he or xavier";
      case LEARNING_RATE -> "a finite number above 0";
      case BATCH_SIZE -> "a whole number in 1.." + Limits.BATCH_SIZE;
      case HIDDEN -> "a list of 1 to " + Limits.LAYERS + " widths";
      case ACTIVATION -> words(Activation.values(), Activation::word);
      case DROPOUT -> "a number in [0, 1)";
      case WEIGHT_DECAY -> "a finite number of 0 or more";
      case OPTIMIZER -> words(OptimizerKind.values(), OptimizerKind::word);
      case SEED -> "a whole number in 0.." + Limits.SEED;
    };
  }

  /** A value of this axis, checked. */
  Object value(Node node) {
    Object value = parse(node);
    if (!allows(value)) {
      throw node.wrong(expected());
    }
    return value;
  }

  /**
   * A value to compare this axis with: of its type, but perhaps not allowed ({@code dropout < 1}).
   */
  Object operand(Node node) {
    boolean number = node instanceof Scalar s && Scalars.isNumber(s);
    if (axis.numeric() && (number || axis != AxisName.WEIGHT_SCALE)) {
      return Scalars.number(node, "a finite number");
    }
    return parse(node);
  }

  private Object parse(Node node) {
    return switch (axis) {
      case WEIGHT_SCALE -> weightScale(node);
      case LEARNING_RATE, DROPOUT, WEIGHT_DECAY -> axis.valueOf(Scalars.number(node, expected()));
      case BATCH_SIZE -> Scalars.smallWhole(node, 1, Limits.BATCH_SIZE);
      case SEED -> Scalars.whole(node, 0, Limits.SEED);
      case HIDDEN -> hidden(node);
      case ACTIVATION -> word(node, Activation.values(), Activation::word);
      case OPTIMIZER -> word(node, OptimizerKind.values(), OptimizerKind::word);
    };
  }

  /** Whether a value of the right type is in the allowed range. */
  boolean allows(Object value) {
    return switch (axis) {
      case WEIGHT_SCALE -> {
        WeightScale scale = (WeightScale) value;
        yield scale.init() != Init.NORMAL || (scale.scale() >= 0 && finite(scale.scale()));
      }
      case LEARNING_RATE -> (Double) value > 0 && finite((Double) value);
      case BATCH_SIZE -> (Integer) value >= 1 && (Integer) value <= Limits.BATCH_SIZE;
      case DROPOUT -> (Double) value >= 0 && (Double) value < 1;
      case WEIGHT_DECAY -> (Double) value >= 0 && finite((Double) value);
      case SEED -> (Long) value >= 0 && (Long) value <= Limits.SEED;
      case HIDDEN, ACTIVATION, OPTIMIZER -> true;
    };
  }

  private static boolean finite(double value) {
    return Double.isFinite(value);
  }

  /** A number, or the book's names of the two rules: {@code relu} for He's, {@code sigmoid}. */
  private WeightScale weightScale(Node node) {
    if (node instanceof Scalar s && !Scalars.isNumber(s)) {
      try {
        return WeightScale.named(s.text());
      } catch (IllegalArgumentException e) {
        throw unknownWord(node, SCALES);
      }
    }
    double scale = Scalars.number(node, expected());
    if (scale < 0) {
      throw node.wrong(expected());
    }
    return (WeightScale) axis.valueOf(scale);
  }

  private List<Integer> hidden(Node node) {
    if (!(node instanceof Sequence list)
        || list.elements().isEmpty()
        || list.elements().size() > Limits.LAYERS) {
      throw node.wrong(expected());
    }
    List<Integer> widths =
        list.elements().stream().map(w -> Scalars.smallWhole(w, 1, Limits.WIDTH)).toList();
    Limits.checkWeights(node, widths);
    return widths;
  }

  private <T> T word(Node node, T[] known, Function<T, String> word) {
    return Arrays.stream(known)
        .filter(k -> node instanceof Scalar s && word.apply(k).equalsIgnoreCase(s.text()))
        .findFirst()
        .orElseThrow(() -> unknownWord(node, Arrays.stream(known).map(word).toList()));
  }

  /** The error about a word that is not among {@code known}, with the nearest if one is near. */
  private ConfigException unknownWord(Node node, List<String> known) {
    NearWords near = NearWords.of(node instanceof Scalar s ? s.text() : "", known);
    return node.wrong(
        near.words().isEmpty()
            ? expected()
            : expected() + "; did you mean " + NearWords.either(near.words()) + "?");
  }

  private static <T> String words(T[] known, Function<T, String> word) {
    return NearWords.either(Arrays.stream(known).map(word).toList());
  }
}
