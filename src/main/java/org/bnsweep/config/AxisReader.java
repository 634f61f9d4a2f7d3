package org.bnsweep.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.config.Node.Sequence;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.sweep.Axis;
import org.bnsweep.sweep.GeneratedValues;
import org.bnsweep.sweep.GridException;
import org.bnsweep.sweep.NumberSequence;

/** Reads an axis: a value, a list of values, or a generator. */
final class AxisReader {
  /** Longest generated list whose values are checked one by one. */
  private static final int MAX_CHECKED = 1_000_000;

  /** What other programs write before a list of values. */
  private static final Set<String> NAMES_OF_LISTS =
      Set.of("value", "values", "choice", "choices", "grid_search", "grid", "list");

  private final Hyperparameter name;
  private final AxisRule rule;

  private AxisReader(Hyperparameter name) {
    this.name = name;
    this.rule = new AxisRule(name);
  }

  /**
   * An axis and how it is written.
   *
   * @param plain for JSON: a value, a list, or the generator
   */
  record Written(Axis axis, Object plain) {}

  static Written read(Hyperparameter name, Node node) {
    return new AxisReader(name).read(node);
  }

  /** One value of an axis, not a list of them. */
  static Object value(Hyperparameter name, Node node) {
    return new AxisRule(name).value(node);
  }

  private Written read(Node node) {
    if (node instanceof Mapping generator && name.numeric()) {
      return generated(generator);
    }
    List<Object> values = values(node);
    List<Object> plain = values.stream().map(name::plain).toList();
    return new Written(new Axis(name, values), plain.size() == 1 ? plain.get(0) : plain);
  }

  private List<Object> values(Node node) {
    if (name == Hyperparameter.HIDDEN && !isListOfLists(node)) {
      return List.of(rule.value(node));
    }
    if (node instanceof Sequence list && list.elements().isEmpty()) {
      throw node.wrong("a value or a list of at least one value: " + name.expected());
    }
    return node.listOrOne().stream().map(rule::value).toList();
  }

  private static boolean isListOfLists(Node node) {
    return node instanceof Sequence list
        && !list.elements().isEmpty()
        && list.elements().get(0) instanceof Sequence;
  }

  private Written generated(Mapping node) {
    refuseNamedLists(node);
    Keys.check(node, List.of("logspace", "linspace", "range"));
    if (node.entries().size() != 1) {
      throw node.wrong("one generator: logspace: [a, b, n], linspace: [a, b, n] or range: [a, b]");
    }
    Map.Entry<String, Node> entry = node.entries().entrySet().iterator().next();
    Node call = entry.getValue();
    NumberSequence numbers =
        switch (entry.getKey()) {
          case "range" -> range(arguments(call, "[a, b] or [a, b, step]", 2, 3), call);
          case "linspace" -> {
            List<Node> args = arguments(call, "[a, b, n]", 3, 3);
            yield NumberSequence.linspace(number(args.get(0)), number(args.get(1)), count(args));
          }
          default -> {
            List<Node> args = arguments(call, "[a, b, n]", 3, 3);
            yield NumberSequence.logspace(number(args.get(0)), number(args.get(1)), count(args));
          }
        };
    check(numbers, call);
    List<Number> plain = call.listOrOne().stream().map(Scalars::plain).toList();
    Axis axis = new Axis(name, new GeneratedValues(name, numbers));
    return new Written(axis, Map.of(entry.getKey(), plain));
  }

  /** As the settings of other programs have them: {@code learning_rate: {values: [0.1, 0.01]}}. */
  private static void refuseNamedLists(Mapping node) {
    node.entries()
        .forEach(
            (key, value) -> {
              if (NAMES_OF_LISTS.contains(key)) {
                throw value
                    .origin()
                    .error(
                        Keys.unknown("key", value.origin().path(), key)
                            + ", values are written without it: "
                            + value.shown());
              }
            });
  }

  private static List<Node> arguments(Node call, String expected, int least, int most) {
    if (!(call instanceof Sequence list)
        || list.elements().size() < least
        || list.elements().size() > most) {
      throw call.wrong(expected);
    }
    return new ArrayList<>(list.elements());
  }

  private static double number(Node node) {
    return Scalars.number(node, "a finite number");
  }

  private static int count(List<Node> arguments) {
    return Scalars.smallWhole(arguments.get(2), 1, Integer.MAX_VALUE);
  }

  private static NumberSequence range(List<Node> arguments, Node call) {
    // By way of double, whose shortest decimal has few digits however many were written.
    List<BigDecimal> n = arguments.stream().map(a -> BigDecimal.valueOf(number(a))).toList();
    try {
      return NumberSequence.range(n.get(0), n.get(1), n.size() == 3 ? n.get(2) : BigDecimal.ONE);
    } catch (GridException e) {
      throw call.origin()
          .error(call.origin().path() + " is " + call.shown() + ": " + e.getMessage());
    }
  }

  /**
   * Refuses values that the axis does not allow. Sequences are monotone and what an axis allows is
   * an interval, so both ends tell of all in between, except whether they are whole.
   */
  private void check(NumberSequence numbers, Node call) {
    checkValue(numbers.get(0), call);
    checkValue(numbers.get(numbers.size() - 1), call);
    if (name.whole() && !(numbers instanceof NumberSequence.LongRange)) {
      if (numbers.size() > MAX_CHECKED) {
        throw call.wrong("at most " + MAX_CHECKED + " values on this axis, or a range");
      }
      for (int i = 0; i < numbers.size(); i++) {
        checkValue(numbers.get(i), call);
      }
    }
  }

  private void checkValue(Number number, Node call) {
    boolean good =
        Double.isFinite(number.doubleValue())
            && name.ofNumber(number).filter(name::allows).isPresent();
    if (!good) {
      throw call.origin()
          .error(
              call.origin().path()
                  + " gives "
                  + number
                  + ", each value must be "
                  + name.expected());
    }
  }
}
