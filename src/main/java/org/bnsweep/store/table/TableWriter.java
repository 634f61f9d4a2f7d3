package org.bnsweep.store.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.util.AutoCloseables.ParquetCloseResourceException;
import org.jspecify.annotations.Nullable;

/** Writes rows to a Parquet file: zstd, a checksum per page, row groups that fit a small heap. */
public final class TableWriter implements Closeable {
  private static final long ROW_GROUP_BYTES = 16L << 20;
  private static final int ROW_GROUP_ROWS = 1 << 18;

  private final FSDataOutputStream stream;
  private final ParquetWriter<Row> writer;

  /**
   * Takes over {@code stream}, which is at its start.
   *
   * @param metadata keys and values kept in the file's footer
   */
  public TableWriter(FSDataOutputStream stream, MessageType schema, Map<String, String> metadata)
      throws IOException {
    Zstd.load();
    this.stream = stream;
    Builder builder =
        new Builder(new StreamFile(stream), schema)
            .withConf(new PlainParquetConfiguration())
            .withExtraMetaData(metadata)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withPageWriteChecksumEnabled(true)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withRowGroupRowCountLimit(ROW_GROUP_ROWS);
    for (ColumnDescriptor column : schema.getColumns()) {
      if (mayBeNaN(column)) {
        builder.withStatisticsEnabled(String.join(".", column.getPath()), false);
      }
    }
    this.writer = builder.build();
  }

  /**
   * Whether {@code column} is kept without minimum and maximum: Parquet wants no NaN there, and its
   * library writes it all the same.
   */
  private static boolean mayBeNaN(ColumnDescriptor column) {
    return column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE
        && !HyperparameterColumns.has(column.getPath()[0]);
  }

  public void write(Row row) throws IOException {
    writer.write(row);
  }

  /** Writes what is buffered and the footer; the file is complete only after this. */
  @Override
  public void close() throws IOException {
    try (stream) {
      writer.close();
    } catch (ParquetCloseResourceException e) {
      // It says of a disk that it failed, but not why.
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Closes the file unfinished. */
  public void abandon() {
    try (stream) {
      stream.flush();
    } catch (IOException e) {
      // It is thrown away in any case.
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final MessageType schema;

    Builder(OutputFile file, MessageType schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** Abstract in the base class, but called no more. */
    @Override
    @Deprecated
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return new RowWriteSupport(schema);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return new RowWriteSupport(schema);
    }
  }

  private static final class RowWriteSupport extends WriteSupport<Row> {
    private final MessageType schema;
    private @Nullable RecordConsumer consumer;

    RowWriteSupport(MessageType schema) {
      this.schema = schema;
    }

    /** Abstract in the base class, but called no more. */
    @Override
    @Deprecated
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(Row row) {
      row.writeTo(Objects.requireNonNull(consumer));
    }
  }

  /** The one stream as Parquet wants to be given a file. */
  private record StreamFile(FSDataOutputStream stream) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Positioned(stream);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  /** The one stream as Parquet wants to be given it. */
  private static final class Positioned extends DelegatingPositionOutputStream {
    private final FSDataOutputStream stream;

    Positioned(FSDataOutputStream stream) {
      super(stream);
      this.stream = stream;
    }

    @Override
    public long getPos() {
      return stream.getPos();
    }
  }
}
