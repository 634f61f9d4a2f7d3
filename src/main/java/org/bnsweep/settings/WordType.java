package org.bnsweep.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The constants of an enum, each written as its name in lower case. */
record WordType<E extends Enum<E>>(Class<E> constants) implements ValueType<E> {

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public E cast(Object value) {
    return constants.cast(value);
  }

  @Override
  public String expected() {
    List<String> words = words();
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  @Override
  public boolean allows(E value) {
    return true;
  }

  @Override
  public List<String> words() {
    return Arrays.stream(constants.getEnumConstants()).map(WordType::word).toList();
  }

  @Override
  public Optional<E> ofWord(String word) {
    return Arrays.stream(constants.getEnumConstants())
        .filter(constant -> word(constant).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  @Override
  public Object plain(E value) {
    return word(value);
  }

  @Override
  public List<Column> columns(String word) {
    return List.of(Column.required(word, Column.Type.TEXT));
  }

  @Override
  public <X extends Exception> void write(String word, E value, Column.Sink<X> row) throws X {
    row.text(word, word(value));
  }

  @Override
  public E read(String word, Column.Source row) {
    String text = row.text(word);
    return ofWord(text)
        .orElseThrow(
            () -> new IllegalArgumentException(word + " is " + text + ", must be " + expected()));
  }

  @Override
  public String identity(String word, E value) {
    return "\n" + word + " " + value.name();
  }
}
