package org.bnsweep.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.bnsweep.config.Node.Kind;
import org.bnsweep.config.Node.Mapping;
import org.bnsweep.config.Node.Origin;
import org.bnsweep.config.Node.Scalar;
import org.bnsweep.config.Node.Sequence;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The reader of YAML text: one document without anchors, aliases and tags, no key twice, nested a
 * few levels deep. Scalars stay as they were written, so that an error can quote them.
 */
final class YamlText {
  /** Deeper than any configuration, far from where recursion ends. */
  private static final int DEEPEST = 20;

  /** What the parser says of {@code where: [seed in [0, 1]]}. */
  private static final String BRACKET_IN_A_LIST = "expected ',' or ']', but got [";

  /** How a value begins that is more than a plain scalar. */
  private static final String STRUCTURED = "[{\"'";

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private final YAMLParser parser;
  private final Places places;

  /** Where a line of the text was written. */
  @FunctionalInterface
  private interface Places {
    String at(int line);
  }

  private YamlText(YAMLParser parser, Places places) {
    this.parser = parser;
    this.places = places;
  }

  /** The document in a file, which has to be a map. */
  static Mapping ofFile(String text, String file) {
    return read(text, new Origin(file, ""), line -> file + ":" + line)
        .mapping("a map of keys, such as epochs: 20" + oddSpace(text));
  }

  /**
   * The value of a key given on the command line, or inside another value: a list, a map or quoted
   * text where it begins as one, and else one plain scalar, as written. Other YAML would take a
   * part of the text for a comment or a key, and leave the user with something else than he wrote.
   */
  static Node ofValue(String text, Origin origin) {
    String value = text.strip();
    if (!value.isEmpty() && STRUCTURED.indexOf(value.charAt(0)) >= 0) {
      return structured(value, origin);
    }
    try {
      Node node = read(value, origin, line -> origin.place());
      if (node instanceof Scalar scalar && scalar.text().equals(value)) {
        return scalar;
      }
    } catch (ConfigException e) {
      // Not YAML, but text.
    }
    return new Scalar(value, Kind.TEXT, origin);
  }

  private static Node structured(String value, Origin origin) {
    if (endOfQuoted(value) < value.length()) {
      throw trailing(value, origin);
    }
    try (YAMLParser parser = FACTORY.createParser(value)) {
      YamlText reader = new YamlText(parser, line -> origin.place());
      JsonToken start = parser.nextToken();
      if (value.charAt(0) == '[' && start != JsonToken.START_ARRAY) {
        throw trailing(value, origin);
      }
      Node node = reader.node(origin);
      if (parser.currentLocation().getCharOffset() < value.codePointCount(0, value.length())) {
        throw trailing(value, origin);
      }
      return node;
    } catch (IOException e) {
      throw notYaml(e, line -> origin.place(), oddSpace(value));
    }
  }

  private static ConfigException trailing(String value, Origin origin) {
    return origin.error(
        origin.path()
            + " is "
            + OneLine.shortened(value)
            + ", must be one value with nothing after it, not even a comment");
  }

  /** Where the quoted text at the beginning ends; where all ends if there is none. */
  private static int endOfQuoted(String value) {
    char quote = value.charAt(0);
    if (quote != '"' && quote != '\'') {
      return value.length();
    }
    for (int i = 1; i < value.length(); i++) {
      boolean pair = quote == '"' ? value.charAt(i) == '\\' : value.startsWith("''", i);
      if (pair) {
        i++;
      } else if (value.charAt(i) == quote) {
        return i + 1;
      }
    }
    return value.length();
  }

  private static Node read(String text, Origin whole, Places places) {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      YamlText reader = new YamlText(parser, places);
      if (parser.nextToken() == null) {
        throw whole.error(
            whole.path().isEmpty()
                ? "the file is empty, must be a configuration such as conf/weight-scale.yaml"
                : whole.path() + " is empty");
      }
      Node document = reader.node(new Origin(reader.place(), whole.path()));
      if (parser.nextToken() != null) {
        throw new ConfigException(reader.place() + ": a second document, must be one");
      }
      return document;
    } catch (IOException e) {
      throw notYaml(e, places, oddSpace(text));
    }
  }

  /** What to add to an error about a text with a character that is no plain space but looks so. */
  private static String oddSpace(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line =
          i == 0 && text.startsWith(BYTE_ORDER_MARK) ? lines.get(0).substring(1) : lines.get(i);
      OptionalInt odd = OneLine.oddSpace(COMMENT.matcher(line).replaceFirst(""));
      if (odd.isPresent()) {
        return "; line " + (i + 1) + " has " + oddSpace(odd.getAsInt());
      }
    }
    return "";
  }

  private static String oddSpace(int codePoint) {
    String name = OneLine.name(codePoint);
    return String.format(
        Locale.ROOT,
        "%s %s (U+%04X), must %s",
        "AEIOU".indexOf(name.charAt(0)) >= 0 ? "an" : "a",
        name,
        codePoint,
        Character.isSpaceChar(codePoint) ? "be a plain space" : "not be there");
  }

  private static ConfigException notYaml(IOException e, Places places, String hint) {
    int line = 1;
    if (e instanceof StreamConstraintsException) {
      return new ConfigException(
          places.at(1) + ": lists and maps are nested more than " + DEEPEST + " deep");
    }
    String problem = String.valueOf(e.getMessage());
    if (e instanceof JsonProcessingException json) {
      problem = json.getOriginalMessage();
      line = json.getLocation() == null ? 1 : Math.max(1, json.getLocation().getLineNr());
    }
    if (e.getCause() instanceof MarkedYAMLException marked) {
      problem = marked.getProblem();
    }
    return new ConfigException(
        places.at(line)
            + ": not YAML that bnsweep reads: "
            + problem.lines().findFirst().orElse("")
            + (problem.equals(BRACKET_IN_A_LIST) ? "; text with brackets needs quotes" : "")
            + hint);
  }

  private String place() {
    return places.at(parser.currentTokenLocation().getLineNr());
  }

  /** The node that starts at the current token. */
  private Node node(Origin origin) throws IOException {
    if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
      throw origin.error("YAML anchors, aliases and tags are not read, write the value itself");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(origin);
      case START_ARRAY -> sequence(origin);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Kind.NUMBER, origin);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN, origin);
      case VALUE_NULL -> scalar(Kind.EMPTY, origin);
      default -> scalar(Kind.TEXT, origin);
    };
  }

  private Scalar scalar(Kind kind, Origin origin) throws IOException {
    return new Scalar(parser.getText(), kind, origin);
  }

  private Sequence sequence(Origin origin) throws IOException {
    List<Node> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(node(origin.element(elements.size(), place())));
    }
    return new Sequence(elements, origin);
  }

  private Mapping mapping(Origin origin) throws IOException {
    Map<String, Node> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Origin child = origin.key(key, place());
      parser.nextToken();
      if (entries.containsKey(key)) {
        throw child.error(child.path() + " is given twice, must be given once");
      }
      entries.put(key, node(child));
    }
    return new Mapping(entries, origin);
  }
}
