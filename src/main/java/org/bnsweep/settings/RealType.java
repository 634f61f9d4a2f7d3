package org.bnsweep.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * Real numbers.
 *
 * @param expected what is allowed, in words
 * @param range asked for finite numbers
 */
record RealType(String expected, DoublePredicate range) implements ValueType<Double> {

  /** By its bits, so that no digits are lost. */
  static String bits(double value) {
    return Long.toHexString(Double.doubleToLongBits(value));
  }

  @Override
  public Double cast(Object value) {
    return (Double) value;
  }

  @Override
  public boolean allows(Double value) {
    return Double.isFinite(value) && range.test(value);
  }

  @Override
  public Optional<Double> ofNumber(Number number) {
    // Adding zero turns -0.0 into 0.0: one setting, one trial.
    return Optional.of(number.doubleValue() + 0.0);
  }

  @Override
  public double number(Double value) {
    return value;
  }

  @Override
  public List<Column> columns(String word) {
    return List.of(Column.required(word, Column.Type.REAL));
  }

  @Override
  public <X extends Exception> void write(String word, Double value, Column.Sink<X> row) throws X {
    row.real(word, value);
  }

  @Override
  public Double read(String word, Column.Source row) {
    return row.real(word);
  }

  @Override
  public String identity(String word, Double value) {
    return "\n" + word + " " + bits(value);
  }
}
