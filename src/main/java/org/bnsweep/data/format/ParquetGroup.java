package org.bnsweep.data.format;

import java.io.IOException;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A group of rows of a Parquet file, in memory as it is packed there; unpacked column by column.
 */
final class ParquetGroup {
  private final PageReadStore pages;
  private final MessageType schema;
  private final ColumnReadStoreImpl store;
  private final long firstRow;

  private ParquetGroup(PageReadStore pages, MessageType schema, String createdBy, long firstRow) {
    this.pages = pages;
    this.schema = schema;
    this.store = new ColumnReadStoreImpl(pages, new Nothing(schema), schema, createdBy);
    this.firstRow = firstRow;
  }

  /** Takes a group. */
  @FunctionalInterface
  interface Taker {
    void take(ParquetGroup group);
  }

  /** Hands all groups of a file to {@code taker}, one after the other; how many rows they have. */
  static long forEach(ParquetFileReader reader, Taker taker) throws IOException {
    FileMetaData file = reader.getFooter().getFileMetaData();
    long rows = 0;
    for (PageReadStore pages = reader.readNextRowGroup();
        pages != null;
        pages = reader.readNextRowGroup()) {
      taker.take(new ParquetGroup(pages, file.getSchema(), file.getCreatedBy(), rows));
      rows += pages.getRowCount();
    }
    return rows;
  }

  long rows() {
    return pages.getRowCount();
  }

  /** Rows of the file before this group. */
  long firstRow() {
    return firstRow;
  }

  /** A column, at its first row. */
  ColumnReader column(String... path) {
    return store.getColumnReader(schema.getColumnDescription(path));
  }

  /** Takes no values, as they are asked for one by one. */
  private static final class Nothing extends GroupConverter {
    private final GroupType type;

    Nothing(GroupType type) {
      this.type = type;
    }

    @Override
    public Converter getConverter(int field) {
      Type of = type.getType(field);
      return of.isPrimitive() ? new PrimitiveConverter() {} : new Nothing(of.asGroupType());
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
