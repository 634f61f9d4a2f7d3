package org.bnsweep.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A table as the library of the format reads it by itself. */
final class PlainReader {
  private PlainReader() {}

  static Columns columns(Path table) throws IOException {
    Columns columns = new Columns();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), OwnReader.at(table)).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        for (Type column : row.getType().getFields()) {
          columns.add(column.getName(), plain(row, column));
        }
      }
    }
    return columns;
  }

  private static @Nullable Object plain(Group row, Type column) {
    String name = column.getName();
    if (row.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    return column.isPrimitive() ? plainValue(row, column) : elements(row.getGroup(name, 0));
  }

  private static List<Object> elements(Group list) {
    return IntStream.range(0, list.getFieldRepetitionCount("list"))
        .mapToObj(i -> list.getGroup("list", i))
        .map(middle -> plainValue(middle, middle.getType().getType("element")))
        .toList();
  }

  private static Object plainValue(Group group, Type field) {
    String name = field.getName();
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case DOUBLE -> group.getDouble(name, 0);
      case BINARY -> group.getString(name, 0);
      case INT32 -> (long) group.getInteger(name, 0);
      default -> group.getLong(name, 0);
    };
  }
}
