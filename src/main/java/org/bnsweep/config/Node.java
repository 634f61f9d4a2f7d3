package org.bnsweep.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A part of a YAML document that knows where it stands, so that an error can say so. */
sealed interface Node {

  /** Where it stands. */
  Origin origin();

  /** The value as it is written, in one line, for messages. */
  String shown();

  /**
   * Where a value was written.
   *
   * @param place {@code file:line} or {@code --set key=value}
   * @param path keys from the top, {@code grid.hidden[1]}; empty for the whole document
   */
  record Origin(String place, String path) {
    private static final String SET = " --set";

    Origin key(String key, String place) {
      String shown = OneLine.ofKey(key);
      return new Origin(place, path.isEmpty() ? shown : path + "." + shown);
    }

    Origin element(int index, String place) {
      return new Origin(place, path + "[" + index + "]");
    }

    private Origin changed() {
      return place.contains(SET) ? this : new Origin(place + " with" + SET, path);
    }

    /** An error about the key itself. */
    ConfigException error(String message) {
      return new ConfigException(place + ": " + message);
    }
  }

  /** What the YAML reader took a scalar for. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    EMPTY
  }

  /** Whether nothing is written, or {@code ~}. */
  default boolean isEmpty() {
    return false;
  }

  /** One value, as written. */
  record Scalar(String text, Kind kind, Origin origin) implements Node {
    @Override
    public boolean isEmpty() {
      return kind == Kind.EMPTY;
    }

    @Override
    public String shown() {
      if (kind == Kind.EMPTY) {
        return "empty";
      }
      // Quoted where it would look like a number, or like nothing.
      boolean quoted = kind == Kind.TEXT && (text.isBlank() || Scalars.looksLikeNumber(text));
      return OneLine.shortened(quoted ? "'" + text + "'" : text);
    }
  }

  /** A list. */
  record Sequence(List<Node> elements, Origin origin) implements Node {
    @Override
    public String shown() {
      return OneLine.shortened(
          elements.stream().map(Node::shown).collect(Collectors.joining(", ", "[", "]")));
    }
  }

  /** Keys with values, in the order written. */
  record Mapping(Map<String, Node> entries, Origin origin) implements Node {
    @Override
    public String shown() {
      return OneLine.shortened(
          entries.entrySet().stream()
              .map(e -> OneLine.ofKey(e.getKey()) + ": " + e.getValue().shown())
              .collect(Collectors.joining(", ", "{", "}")));
    }

    /** This mapping with one entry more, or another. */
    Mapping with(String key, Node value) {
      Map<String, Node> changed = new LinkedHashMap<>(entries);
      changed.put(key, value);
      return new Mapping(changed, origin);
    }

    /** This mapping, of which errors say that the command line has changed it. */
    Mapping changed() {
      return new Mapping(entries, origin.changed());
    }

    /** This mapping without those of {@code keys} that are left empty. */
    Mapping withoutEmpty(Collection<String> keys) {
      Map<String, Node> changed = new LinkedHashMap<>(entries);
      changed.entrySet().removeIf(e -> keys.contains(e.getKey()) && e.getValue().isEmpty());
      return new Mapping(changed, origin);
    }

    /** This mapping with the entries of {@code defaults} that it lacks. */
    Mapping orElse(Mapping defaults) {
      Map<String, Node> merged = new LinkedHashMap<>(entries);
      defaults.entries.forEach(merged::putIfAbsent);
      return new Mapping(merged, origin);
    }
  }

  /** An error: this value is not what it has to be. */
  default ConfigException wrong(String expected) {
    String subject = origin().path().isEmpty() ? "the document" : origin().path();
    return origin().error(subject + " is " + shown() + ", must be " + expected);
  }

  /** This node as a mapping; what is left empty is one without entries. */
  default Mapping mappingOrEmpty(String expected) {
    return isEmpty() ? new Mapping(new LinkedHashMap<>(), origin()) : mapping(expected);
  }

  /** This node as a mapping. */
  default Mapping mapping(String expected) {
    if (this instanceof Mapping mapping) {
      return mapping;
    }
    throw wrong(expected);
  }

  /** This node as a list; a single value is a list of one. */
  default List<Node> listOrOne() {
    return this instanceof Sequence sequence ? new ArrayList<>(sequence.elements()) : List.of(this);
  }
}
