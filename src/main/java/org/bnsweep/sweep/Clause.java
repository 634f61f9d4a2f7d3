package org.bnsweep.sweep;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bnsweep.settings.Hyperparameter;

/**
 * A condition that a trial must meet: {@code learning_rate <= 0.1}, {@code seed in [0, 1]}.
 *
 * <p>Numbers are compared as numbers. A named weight scale (he, xavier) is only equal to itself and
 * has no order: it meets no {@code <}, {@code <=}, {@code >}, {@code >=}.
 *
 * @param axis left side
 * @param comparison operator
 * @param operands right side: one value, or those of {@code in}; numbers, of whatever type, or what
 *     the axis has
 */
public record Clause(Hyperparameter axis, Comparison comparison, List<?> operands)
    implements Serializable {

  /** The operator of a clause. */
  public enum Comparison {
    EQUAL("=="),
    UNEQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    IN("in");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }

    /** Whether only numbers can be compared so. */
    public boolean ordering() {
      return !(this == EQUAL || this == UNEQUAL || this == IN);
    }

    /** The operator written as {@code symbol}. */
    public static Optional<Comparison> of(String symbol) {
      return Arrays.stream(values()).filter(c -> c.symbol.equals(symbol)).findFirst();
    }
  }

  public Clause {
    operands = List.copyOf(operands);
    if (comparison.ordering() && !axis.numeric()) {
      throw new GridException(axis.word() + " has no order, use ==, != or in");
    }
    if (operands.isEmpty() || (comparison != Comparison.IN && operands.size() != 1)) {
      throw new GridException(
          comparison.symbol() + " takes one value, only in takes several, none is too few");
    }
  }

  /** Whether a value of this clause's axis meets it. */
  boolean accepts(Object value) {
    Object operand = operands.get(0);
    return switch (comparison) {
      case EQUAL -> same(value, operand);
      case UNEQUAL -> !same(value, operand);
      case IN -> operands.stream().anyMatch(o -> same(value, o));
      case LESS -> number(value) < number(operand);
      case LESS_OR_EQUAL -> number(value) <= number(operand);
      case GREATER -> number(value) > number(operand);
      case GREATER_OR_EQUAL -> number(value) >= number(operand);
    };
  }

  private boolean same(Object value, Object operand) {
    return operand instanceof Number wanted
        ? number(value) == wanted.doubleValue()
        : value.equals(operand);
  }

  /** Operands are numbers of whatever type. */
  private double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : axis.number(value);
  }

  /** As people write it: 5, where a double would print 5.0. */
  private Object plain(Object operand) {
    Object plain = operand instanceof Number ? operand : axis.plain(operand);
    return plain instanceof Double d && d == d.intValue() ? (Object) d.intValue() : plain;
  }

  @Override
  public String toString() {
    List<Object> plain = operands.stream().map(this::plain).toList();
    return axis.word()
        + " "
        + comparison.symbol()
        + " "
        + (comparison == Comparison.IN ? plain : plain.get(0));
  }
}
