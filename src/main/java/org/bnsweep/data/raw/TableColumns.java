package org.bnsweep.data.raw;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bnsweep.data.DataException;
import org.bnsweep.data.Reading;
import org.bnsweep.data.file.DataFile;

/**
 * The columns of a table: one has the labels, each other is a feature.
 *
 * @param names empty if the table has none
 * @param count 2 and up
 * @param label number of the column with the labels, from 0
 * @param hint ends messages about labels that are none; empty if it is plain which column has them
 */
public record TableColumns(List<String> names, int count, int label, String hint) {
  /** What columns of labels are called. */
  private static final List<String> LABELS = List.of("label", "class", "target", "y");

  private static final String TAKEN_FOR_LABELS =
      "; the first column has the labels unless data.label_column names another";

  private static final int MOST_NAMED = 6;

  /**
   * The columns of {@code file}; {@code reading} says which has the labels, or leaves it open.
   *
   * @throws DataException if there is no such column, or two are called the same
   */
  public static TableColumns of(DataFile file, List<String> names, int count, Reading reading) {
    if (count < 2) {
      throw file.error("has 1 column, must have one for the labels and one or more for the values");
    }
    List<String> stripped = names.stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String name : stripped) {
      if (!seen.add(name)) {
        throw file.error("has two columns that are called " + name + ", must be one");
      }
    }
    Optional<Integer> known =
        reading
            .labelColumn()
            .map(wanted -> chosen(file, stripped, count, wanted))
            .or(() -> usual(stripped));
    return new TableColumns(
        stripped, count, known.orElse(0), known.isPresent() ? "" : TAKEN_FOR_LABELS);
  }

  private static int chosen(DataFile file, List<String> names, int count, String wanted) {
    if (names.contains(wanted)) {
      return names.indexOf(wanted);
    }
    if (wanted.matches("[1-9]\\d{0,8}") && Integer.parseInt(wanted) <= count) {
      return Integer.parseInt(wanted) - 1;
    }
    String known =
        names.isEmpty()
            ? "columns without names"
            : names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? ", ..." : "");
    throw new DataException(
        "data.label_column is " + wanted + ", but " + file.name() + " has " + count + ": " + known);
  }

  private static Optional<Integer> usual(List<String> names) {
    for (String usual : LABELS) {
      Optional<String> found = names.stream().filter(usual::equalsIgnoreCase).findFirst();
      if (found.isPresent()) {
        return found.map(names::indexOf);
      }
    }
    return Optional.empty();
  }

  /** How many there are. */
  public int features() {
    return count - 1;
  }

  /** Number of the column of feature {@code feature}, from 0. */
  public int columnOf(int feature) {
    return feature < label ? feature : feature + 1;
  }

  /** As in {@code column 3 (petal width)}. */
  public String words(int column) {
    return "column " + (column + 1) + (names.isEmpty() ? "" : " (" + names.get(column) + ")");
  }
}
