package org.bnsweep.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The widths of layers, one after the other.
 *
 * <p>In tables a text, {@code 100x100x100}: a list could be neither grouped by nor written to CSV,
 * and with hyphens a spreadsheet would take {@code 10-10-10} for a date.
 *
 * @param most layers
 */
record WidthsType(int most) implements ValueType<List<Integer>> {

  @Override
  public List<Integer> cast(Object value) {
    return ((List<?>) value).stream().map(Integer.class::cast).toList();
  }

  @Override
  public String expected() {
    return "a list of 1 to " + most + " widths";
  }

  @Override
  public boolean allows(List<Integer> widths) {
    return !widths.isEmpty() && widths.size() <= most && widths.stream().allMatch(w -> w >= 1);
  }

  @Override
  public List<Column> columns(String word) {
    return List.of(Column.required(word, Column.Type.TEXT));
  }

  @Override
  public <X extends Exception> void write(String word, List<Integer> widths, Column.Sink<X> row)
      throws X {
    row.text(word, widths.stream().map(String::valueOf).collect(Collectors.joining("x")));
  }

  @Override
  public List<Integer> read(String word, Column.Source row) {
    return Arrays.stream(row.text(word).split("x", -1)).map(Integer::valueOf).toList();
  }

  @Override
  public String identity(String word, List<Integer> widths) {
    return "\n" + word + " " + widths;
  }
}
