package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What others read from the Parquet files of a run, whichever files it has: DuckDB, which shares no
 * code with what wrote them, and the library's own plain reader.
 */
class OtherReadersTest extends WithEveryTable {
  @Test
  void duckDbReadsEveryValue() throws Exception {
    for (Path table : tables) {
      assertSame(table, OwnReader.columns(table), DuckDb.columns(table));
    }
  }

  @Test
  void thePlainReaderReadsEveryValue() throws IOException {
    for (Path table : tables) {
      assertSame(table, OwnReader.columns(table), PlainReader.columns(table));
    }
  }

  private static void assertSame(Path table, Columns ours, Columns theirs) {
    assertThat(theirs.byName().keySet()).as("%s", table).isEqualTo(ours.byName().keySet());
    ours.byName()
        .forEach(
            (column, values) ->
                assertThat(theirs.byName().get(column))
                    .as("%s of %s", column, table)
                    .isEqualTo(values));
  }

  /** Where a filter asks the statistics first, they must not hide a row: NaN has no order. */
  @Test
  void filtersFindEveryRow() throws Exception {
    try (Connection duckDb = DuckDb.connect()) {
      for (Path table : tables) {
        for (Map.Entry<String, List<@Nullable Object>> column :
            OwnReader.columns(table).byName().entrySet()) {
          if (column.getValue().stream().anyMatch(Double.class::isInstance)) {
            assertFilters(duckDb, table, column.getKey(), column.getValue());
          }
        }
      }
    }
  }

  private static void assertFilters(
      Connection duckDb, Path table, String column, List<@Nullable Object> values)
      throws SQLException {
    List<Double> numbers =
        values.stream().filter(Objects::nonNull).map(Double.class::cast).toList();
    for (double bound : new double[] {-1, 0.3, 1e300}) {
      // To DuckDB NaN is the greatest, as it is to Java.
      long greater = numbers.stream().filter(x -> Double.compare(x, bound) > 0).count();
      long less = numbers.stream().filter(x -> x < bound).count();
      assertThat(DuckDb.count(duckDb, table, column + " > " + bound + "::DOUBLE"))
          .as("%s > %s in %s", column, bound, table)
          .isEqualTo(greater);
      assertThat(DuckDb.count(duckDb, table, column + " < " + bound + "::DOUBLE"))
          .as("%s < %s in %s", column, bound, table)
          .isEqualTo(less);
    }
    assertThat(DuckDb.count(duckDb, table, "isnan(" + column + ")"))
        .as("NaN in %s of %s", column, table)
        .isEqualTo(numbers.stream().filter(x -> x.isNaN()).count());
  }
}
