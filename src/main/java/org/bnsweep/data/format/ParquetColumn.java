package org.bnsweep.data.format;

import org.apache.parquet.column.ColumnReader;
import org.bnsweep.data.file.DataFile;

/** The numbers of one column of a group of rows, one after the other. */
final class ParquetColumn {
  private final DataFile file;
  private final String words;
  private final ParquetNumbers numbers;
  private final ColumnReader reader;
  private final int full;

  /**
   * @param words for the column, in messages
   */
  ParquetColumn(DataFile file, String words, ParquetNumbers numbers, ColumnReader reader) {
    this.file = file;
    this.words = words;
    this.numbers = numbers;
    this.reader = reader;
    this.full = reader.getDescriptor().getMaxDefinitionLevel();
  }

  /**
   * The next number.
   *
   * @param row it is in, from 1, for messages
   * @throws org.bnsweep.data.DataException if there is none in this row
   */
  double next(long row) {
    if (reader.getCurrentDefinitionLevel() < full) {
      throw file.error("row " + row + ", " + words + " is empty, must be a number");
    }
    double value = numbers.value().applyAsDouble(reader);
    reader.consume();
    return value;
  }

  /** Whether the next number is of the same row as the last, in a list. */
  boolean goesOn() {
    return reader.getCurrentRepetitionLevel() > 0;
  }
}
