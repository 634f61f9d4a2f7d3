package org.bnsweep.settings;

import java.util.List;
import java.util.Optional;

/**
 * What the values of a hyperparameter are: which are allowed, and how they are written in YAML and
 * JSON, in tables, and in the text that a trial's id is made of.
 *
 * @param <T> the class of a value; two values are the same trial's if they are equal
 */
interface ValueType<T> {

  /** {@code value} as what it is. */
  T cast(Object value);

  /** What is allowed, to follow "must be". */
  String expected();

  /** Whether {@code value} is in the range. */
  boolean allows(T value);

  /** A number of YAML as a value; none if this type has no such number. */
  default Optional<T> ofNumber(Number number) {
    return Optional.empty();
  }

  /** The words that it has, for suggestions. */
  default List<String> words() {
    return List.of();
  }

  /** A word of YAML as a value, whatever its case; none if this type has no such word. */
  default Optional<T> ofWord(String word) {
    return Optional.empty();
  }

  /** {@code value} as YAML and JSON have it: a number, a word, or a list of numbers. */
  default Object plain(T value) {
    return value;
  }

  /** {@code value} as a number, NaN if it is none. */
  default double number(T value) {
    return Double.NaN;
  }

  /** The columns that a hyperparameter called {@code word} has. */
  List<Column> columns(String word);

  /** Writes the columns of {@code value}. */
  <X extends Exception> void write(String word, T value, Column.Sink<X> row) throws X;

  /**
   * The value in these columns of a row.
   *
   * @throws IllegalArgumentException if the row has what {@link #write} does not write
   */
  T read(String word, Column.Source row);

  /** Lines for the id, each with a line break before it; once released, never to be changed. */
  String identity(String word, T value);
}
