package org.bnsweep.store;

import static org.bnsweep.store.TestTrials.CONFIGURATION;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.bnsweep.store.table.ColumnValues;
import org.bnsweep.store.table.ListColumn;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.jspecify.annotations.Nullable;

/** A table as this program reads it. */
final class OwnReader {
  private OwnReader() {}

  static MessageType schema(Path table) throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(table))) {
      return file.getFileMetaData().getSchema();
    }
  }

  static org.apache.hadoop.fs.Path at(Path table) {
    return new org.apache.hadoop.fs.Path(table.toUri());
  }

  static Columns columns(Path table) throws IOException {
    MessageType schema = schema(table);
    Columns columns = new Columns();
    try (TableReader reader =
        new TableReader(at(table).getFileSystem(CONFIGURATION), at(table), schema)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        for (Type column : schema.getFields()) {
          columns.add(column.getName(), ours(row, column));
        }
      }
    }
    return columns;
  }

  private static @Nullable Object ours(Row row, Type column) {
    String name = column.getName();
    ColumnValues cell = row.cell(name);
    if (ListColumn.is(column)) {
      Type element = ListColumn.element(column);
      return IntStream.range(0, cell.count()).mapToObj(i -> ours(cell, i, element)).toList();
    }
    return row.isNull(name) ? null : ours(cell, 0, column);
  }

  private static Object ours(ColumnValues cell, int i, Type type) {
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case DOUBLE -> cell.real(i);
      case BINARY -> cell.text();
      default -> cell.whole(i);
    };
  }
}
