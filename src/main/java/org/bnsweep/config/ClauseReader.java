package org.bnsweep.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.config.Node.Sequence;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.sweep.Clause;
import org.bnsweep.sweep.Clause.Comparison;
import org.bnsweep.sweep.GridException;

/** Reads {@code where}: clauses {@code axis operator value}. */
final class ClauseReader {
  private static final String EXPECTED =
      "'axis operator value' with one of ==, !=, <, <=, >, >=, in";
  private static final Pattern CLAUSE =
      Pattern.compile(
          "\\s*([\\w[^\\p{ASCII}]]+)\\s*(==|!=|<=|>=|<|>|\\bin\\b)\\s*(\\S.*)", Pattern.DOTALL);

  private ClauseReader() {}

  /** The clauses of a list, or the one of a text. */
  static List<Clause> read(Node where) {
    if (where instanceof Mapping) {
      throw where.wrong("a list of clauses " + EXPECTED);
    }
    return where.listOrOne().stream().map(ClauseReader::clause).toList();
  }

  private static Clause clause(Node node) {
    Matcher matcher = CLAUSE.matcher(Scalars.text(node, EXPECTED));
    if (!matcher.matches()) {
      throw node.wrong(EXPECTED);
    }
    String word = matcher.group(1);
    Hyperparameter axis =
        Hyperparameter.of(word)
            .orElseThrow(
                () ->
                    node.origin()
                        .error(
                            node.origin().path()
                                + ": "
                                + Keys.unknown("axis", OneLine.ofKey(word), word)
                                + Keys.suggestion(word, Keys.AXES)));
    Comparison comparison = Comparison.of(matcher.group(2)).orElseThrow();
    Node right = YamlText.ofValue(matcher.group(3), node.origin());
    try {
      return new Clause(axis, comparison, operands(axis, comparison, right));
    } catch (GridException e) {
      throw node.origin().error(node.origin().path() + ": " + e.getMessage());
    }
  }

  private static List<Object> operands(Hyperparameter axis, Comparison comparison, Node right) {
    AxisRule rule = new AxisRule(axis);
    if (comparison != Comparison.IN) {
      return List.of(rule.operand(right));
    }
    if (!(right instanceof Sequence list) || list.elements().isEmpty()) {
      throw right.wrong("a list of at least one value after 'in'");
    }
    return list.elements().stream().map(rule::operand).toList();
  }
}
