package org.bnsweep.store.table;

import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.bnsweep.settings.Column;

/** One row of a table, columns by name; one object is reused for all rows of a file. */
public final class Row implements Column.Sink<RuntimeException>, Column.Source {
  private final MessageType schema;
  private final ColumnValues[] cells;
  private final boolean[] lists;

  public Row(MessageType schema) {
    this.schema = schema;
    this.cells = new ColumnValues[schema.getFieldCount()];
    this.lists = new boolean[cells.length];
    for (int i = 0; i < cells.length; i++) {
      Type column = schema.getType(i);
      lists[i] = ListColumn.is(column);
      PrimitiveType values = lists[i] ? ListColumn.element(column) : column.asPrimitiveType();
      cells[i] = new ColumnValues(values.getPrimitiveTypeName());
    }
  }

  public ColumnValues cell(String column) {
    return cells[schema.getFieldIndex(column)];
  }

  public void clear() {
    for (ColumnValues cell : cells) {
      cell.clear();
    }
  }

  /** Makes {@code column} null. */
  public void unset(String column) {
    cell(column).clear();
  }

  public void set(String column, String value) {
    ColumnValues cell = cell(column);
    cell.clear();
    cell.add(value);
  }

  public void set(String column, long value) {
    ColumnValues cell = cell(column);
    cell.clear();
    cell.add(value);
  }

  public void set(String column, double value) {
    ColumnValues cell = cell(column);
    cell.clear();
    cell.add(value);
  }

  /** Whether it was made with {@code column}. */
  public boolean hasColumn(String column) {
    return schema.containsField(column);
  }

  @Override
  public boolean has(String column) {
    return hasColumn(column) && !isNull(column);
  }

  @Override
  public void text(String column, String value) {
    set(column, value);
  }

  @Override
  public void real(String column, double value) {
    if (Double.isNaN(value)) {
      unset(column);
    } else {
      set(column, value);
    }
  }

  @Override
  public void whole(String column, long value) {
    set(column, value);
  }

  public boolean isNull(String column) {
    return cell(column).count() == 0;
  }

  @Override
  public String text(String column) {
    return cell(column).text();
  }

  public int integer(String column) {
    return Math.toIntExact(cell(column).whole(0));
  }

  @Override
  public long whole(String column) {
    return cell(column).whole(0);
  }

  @Override
  public double real(String column) {
    return cell(column).real(0);
  }

  void writeTo(RecordConsumer consumer) {
    consumer.startMessage();
    for (int i = 0; i < cells.length; i++) {
      if (lists[i] || cells[i].count() > 0) {
        String name = schema.getFieldName(i);
        consumer.startField(name, i);
        if (lists[i]) {
          ListColumn.write(cells[i], consumer);
        } else {
          cells[i].write(0, consumer);
        }
        consumer.endField(name, i);
      }
    }
    consumer.endMessage();
  }
}
