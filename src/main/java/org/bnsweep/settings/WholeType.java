package org.bnsweep.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Whole numbers from {@code least} to {@code most}.
 *
 * @param column the type of the column, which is as wide as the numbers
 * @param java the class of a value
 * @param boxed makes one
 */
record WholeType<T extends Number>(
    long least, long most, Column.Type column, Class<T> java, LongFunction<T> boxed)
    implements ValueType<T> {

  static WholeType<Integer> integers(int least, int most) {
    return new WholeType<>(
        least, most, Column.Type.INTEGER, Integer.class, n -> Math.toIntExact(n));
  }

  static WholeType<Long> longs(long least, long most) {
    return new WholeType<>(least, most, Column.Type.LONG, Long.class, n -> n);
  }

  @Override
  public T cast(Object value) {
    return java.cast(value);
  }

  @Override
  public String expected() {
    return "a whole number in " + least + ".." + most;
  }

  @Override
  public boolean allows(T value) {
    return inRange(value.longValue());
  }

  private boolean inRange(long number) {
    return number >= least && number <= most;
  }

  @Override
  public Optional<T> ofNumber(Number number) {
    long whole = number.longValue();
    return whole == number.doubleValue() && inRange(whole)
        ? Optional.of(boxed.apply(whole))
        : Optional.empty();
  }

  @Override
  public double number(T value) {
    return value.doubleValue();
  }

  @Override
  public List<Column> columns(String word) {
    return List.of(Column.required(word, column));
  }

  @Override
  public <X extends Exception> void write(String word, T value, Column.Sink<X> row) throws X {
    row.whole(word, value.longValue());
  }

  @Override
  public T read(String word, Column.Source row) {
    return boxed.apply(row.whole(word));
  }

  @Override
  public String identity(String word, T value) {
    return "\n" + word + " " + value;
  }
}
