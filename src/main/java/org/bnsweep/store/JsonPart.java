package org.bnsweep.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A map in a JSON file that somebody may have damaged or written by hand: what is missing or of
 * another kind is told by its path, in an {@link IllegalArgumentException}.
 *
 * @param path keys from the top with a dot at the end; empty at the top
 */
record JsonPart(JsonNode node, String path) {
  private static final int SHOWN = 60;
  private static final String WHOLE_NUMBERS = "a list of whole numbers of 0 or more";

  /**
   * The map that the whole file is.
   *
   * @throws IllegalArgumentException telling why it is none
   */
  static JsonPart read(ObjectMapper mapper, byte[] bytes) {
    JsonNode node;
    try {
      node = mapper.readTree(bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException(problem(e), e);
    }
    if (node == null || node.isMissingNode()) {
      throw new IllegalArgumentException("it is empty");
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("it is " + shown(node) + ", must be a map");
    }
    return new JsonPart(node, "");
  }

  /** What {@code e} has against a file, without the names of classes. */
  static String problem(IOException e) {
    if (e instanceof JsonMappingException mapping) {
      return mapping.getPath().isEmpty()
          ? "a part of it is missing"
          : path(mapping) + " is not what it has to be";
    }
    if (e instanceof JsonProcessingException json && json.getLocation() != null) {
      String line = "line " + json.getLocation().getLineNr();
      return e instanceof JsonEOFException ? "it breaks off in " + line : line + " is not JSON";
    }
    return "it is not JSON";
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
  }

  private JsonNode value(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      throw new IllegalArgumentException(path + key + " is missing");
    }
    return value;
  }

  private IllegalArgumentException wrong(String key, String expected) {
    return new IllegalArgumentException(
        path + key + " is " + shown(value(key)) + ", must be " + expected);
  }

  boolean has(String key) {
    return node.has(key);
  }

  JsonPart map(String key) {
    if (!value(key).isObject()) {
      throw wrong(key, "a map");
    }
    return new JsonPart(value(key), path + key + ".");
  }

  /** The maps in a list; none if the key is missing. */
  List<JsonPart> maps(String key) {
    List<JsonPart> maps = new ArrayList<>();
    if (!has(key)) {
      return maps;
    }
    for (JsonNode element : list(key, "a list of maps")) {
      if (!element.isObject()) {
        throw wrong(key, "a list of maps");
      }
      maps.add(new JsonPart(element, path + key + "[" + maps.size() + "]."));
    }
    return maps;
  }

  String text(String key) {
    if (!value(key).isTextual()) {
      throw wrong(key, "text");
    }
    return value(key).textValue();
  }

  /** All its entries, which must be texts. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    node.fieldNames().forEachRemaining(key -> texts.put(key, text(key)));
    return texts;
  }

  /** The whole numbers of 0 or more in a list. */
  List<Integer> smallWholes(String key) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode element : list(key, WHOLE_NUMBERS)) {
      if (!element.isInt() || element.intValue() < 0) {
        throw wrong(key, WHOLE_NUMBERS);
      }
      numbers.add(element.intValue());
    }
    return numbers;
  }

  private JsonNode list(String key, String expected) {
    if (!value(key).isArray()) {
      throw wrong(key, expected);
    }
    return value(key);
  }

  /** A text; empty if the key is missing. */
  String textOrEmpty(String key) {
    return has(key) ? text(key) : "";
  }

  /** A whole number of 0 or more. */
  long whole(String key) {
    JsonNode value = value(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw wrong(key, "a whole number of 0 or more");
    }
    return value.longValue();
  }

  /** A whole number of 0 or more that fits into {@code int}. */
  int smallWhole(String key) {
    long whole = whole(key);
    if (whole > Integer.MAX_VALUE) {
      throw wrong(key, "at most " + Integer.MAX_VALUE);
    }
    return (int) whole;
  }

  Instant instant(String key) {
    try {
      return Instant.parse(text(key));
    } catch (DateTimeException e) {
      throw wrong(key, "a time such as 2026-01-02T03:04:05Z");
    }
  }
}
