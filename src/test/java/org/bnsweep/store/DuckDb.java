package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A table as DuckDB reads it, which shares no code with what wrote it. */
final class DuckDb {
  private DuckDb() {}

  /** Without what DuckDB would fetch where something is not built in. */
  static Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    return DriverManager.getConnection("jdbc:duckdb:", properties);
  }

  static Columns columns(Path table) throws SQLException {
    Columns columns = new Columns();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM '" + table + "'")) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getMetaData().getColumnName(i), value(rows.getObject(i)));
        }
      }
    }
    return columns;
  }

  private static @Nullable Object value(@Nullable Object value) throws SQLException {
    if (value instanceof Array list) {
      List<@Nullable Object> elements = new ArrayList<>();
      for (Object element : (Object[]) list.getArray()) {
        elements.add(value(element));
      }
      return elements;
    }
    return value instanceof Integer number ? Long.valueOf(number) : value;
  }

  static long count(Connection duckDb, Path table, String condition) throws SQLException {
    String query = "SELECT count(*) FROM '" + table + "' WHERE " + condition;
    try (Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }
}
