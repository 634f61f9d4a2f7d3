package org.bnsweep.store;

import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** One row of a flat table, columns by name; one object is reused for all rows of a file. */
final class Row {
  private final MessageType schema;
  private final Cell[] cells;

  Row(MessageType schema) {
    this.schema = schema;
    this.cells = new Cell[schema.getFieldCount()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new Cell(schema.getType(i).asPrimitiveType().getPrimitiveTypeName());
    }
  }

  Cell cell(String column) {
    return cells[schema.getFieldIndex(column)];
  }

  void clear() {
    for (Cell cell : cells) {
      cell.clear();
    }
  }

  /** Makes {@code column} null. */
  void unset(String column) {
    cell(column).clear();
  }

  void set(String column, String value) {
    Cell cell = cell(column);
    cell.clear();
    cell.add(value);
  }

  void set(String column, long value) {
    Cell cell = cell(column);
    cell.clear();
    cell.add(value);
  }

  void set(String column, double value) {
    Cell cell = cell(column);
    cell.clear();
    cell.add(value);
  }

  /** Whether it was made with {@code column}. */
  boolean has(String column) {
    return schema.containsField(column);
  }

  boolean isNull(String column) {
    return cell(column).count() == 0;
  }

  String text(String column) {
    return cell(column).text();
  }

  int integer(String column) {
    return Math.toIntExact(cell(column).whole(0));
  }

  long whole(String column) {
    return cell(column).whole(0);
  }

  double real(String column) {
    return cell(column).real(0);
  }

  void writeTo(RecordConsumer consumer) {
    consumer.startMessage();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].count() > 0) {
        String name = schema.getFieldName(i);
        consumer.startField(name, i);
        cells[i].writeTo(consumer);
        consumer.endField(name, i);
      }
    }
    consumer.endMessage();
  }
}
