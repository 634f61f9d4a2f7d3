package org.bnsweep.config;

import java.util.List;
import org.bnsweep.config.Node.Scalar;
import org.bnsweep.config.Node.Sequence;
import org.bnsweep.settings.Hyperparameter;

/** The values of a hyperparameter in YAML. */
record AxisRule(Hyperparameter axis) {

  /** A value of this axis, checked. */
  Object value(Node node) {
    Object value = parse(node);
    if (!axis.allows(value)) {
      throw node.wrong(axis.expected());
    }
    return value;
  }

  /**
   * A value to compare this axis with: of its type, but perhaps not allowed ({@code dropout < 1}).
   */
  Object operand(Node node) {
    return isNumber(node) ? Scalars.number(node, "a finite number") : parse(node);
  }

  /** Whether {@code node} is a number, or has to be one. */
  private boolean isNumber(Node node) {
    boolean number = node instanceof Scalar s && Scalars.isNumber(s);
    return axis.numeric() && (number || axis.words().isEmpty());
  }

  private Object parse(Node node) {
    if (axis == Hyperparameter.HIDDEN) {
      return hidden(node);
    }
    if (!isNumber(node)) {
      return word(node);
    }
    Number number =
        axis.whole()
            ? Scalars.whole(node, axis.expected())
            : (Number) Scalars.number(node, axis.expected());
    return axis.ofNumber(number).orElseThrow(() -> node.wrong(axis.expected()));
  }

  /** Each width is looked at where it stands, and their product before memory is taken. */
  private List<Integer> hidden(Node node) {
    if (!(node instanceof Sequence list) || list.elements().isEmpty()) {
      throw node.wrong(axis.expected());
    }
    List<Integer> widths =
        list.elements().stream().map(w -> Scalars.smallWhole(w, 1, Limits.WIDTH)).toList();
    if (axis.allows(widths)) {
      Limits.checkWeights(node, widths);
    }
    return widths;
  }

  private Object word(Node node) {
    if (!(node instanceof Scalar word)) {
      throw node.wrong(axis.expected());
    }
    return axis.ofWord(word.text()).orElseThrow(() -> unknownWord(word));
  }

  /** The error about a word that there is not, with the nearest if one is near. */
  private ConfigException unknownWord(Scalar word) {
    NearWords near = NearWords.of(word.text(), axis.words());
    return word.wrong(
        near.words().isEmpty()
            ? axis.expected()
            : axis.expected() + "; did you mean " + NearWords.either(near.words()) + "?");
  }
}
