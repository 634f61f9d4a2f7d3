package org.bnsweep.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.nn.WeightScale.Init;

/** Numbers, and rules with a name; two columns, one for each. */
record WeightScaleType() implements ValueType<WeightScale> {
  private static final String RULE = "weight_init";

  @Override
  public WeightScale cast(Object value) {
    return (WeightScale) value;
  }

  @Override
  public String expected() {
    return "a finite number of 0 or more, he or xavier";
  }

  @Override
  public boolean allows(WeightScale value) {
    return true; // It allows itself nothing else.
  }

  @Override
  public List<String> words() {
    return List.of(Init.HE.word(), Init.XAVIER.word());
  }

  @Override
  public Optional<WeightScale> ofNumber(Number number) {
    // Adding zero turns -0.0 into 0.0: one setting, one trial.
    double scale = number.doubleValue() + 0.0;
    return scale >= 0 && Double.isFinite(scale)
        ? Optional.of(WeightScale.of(scale))
        : Optional.empty();
  }

  /** The rules, and the book's names of them: {@code relu} for He's, {@code sigmoid}. */
  @Override
  public Optional<WeightScale> ofWord(String word) {
    try {
      return Optional.of(WeightScale.named(word));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Object plain(WeightScale value) {
    return value.init() == Init.NORMAL ? (Object) value.scale() : value.init().word();
  }

  @Override
  public double number(WeightScale value) {
    return value.scale();
  }

  @Override
  public List<Column> columns(String word) {
    return List.of(
        Column.required(RULE, Column.Type.TEXT), Column.optional(word, Column.Type.REAL));
  }

  @Override
  public <X extends Exception> void write(String word, WeightScale value, Column.Sink<X> row)
      throws X {
    row.text(RULE, value.init().word());
    row.real(word, value.scale());
  }

  @Override
  public WeightScale read(String word, Column.Source row) {
    Init init = Init.valueOf(row.text(RULE).toUpperCase(Locale.ROOT));
    return new WeightScale(init, row.has(word) ? row.real(word) : Double.NaN);
  }

  @Override
  public String identity(String word, WeightScale value) {
    return "\n" + RULE + " " + value.init() + "\n" + word + " " + RealType.bits(value.scale());
  }
}
