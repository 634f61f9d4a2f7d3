package org.bnsweep.store.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.bnsweep.store.files.DiskErrors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a Parquet file one by one, checking each page's checksum. */
public final class TableReader implements Closeable {
  private final ParquetReader<Row> reader;

  /**
   * Opens {@code path}.
   *
   * @param columns those to read; the file may have more, and fewer of those that may be empty, and
   *     lists as the first release wrote them
   */
  public TableReader(FileSystem fileSystem, Path path, MessageType columns) throws IOException {
    Zstd.load();
    // Reads nothing yet.
    reader =
        new Builder(new StoredFile(fileSystem, path), columns)
            .usePageChecksumVerification()
            .build();
  }

  /** The next row, the same object every time; null after the last. */
  public @Nullable Row next() throws IOException {
    try {
      return reader.read();
    } catch (FSError e) {
      throw DiskErrors.asException(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** The keys and values in the footer of {@code path}. */
  public static Map<String, String> metadata(FileSystem fileSystem, Path path) throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(new StoredFile(fileSystem, path))) {
      return Map.copyOf(file.getFooter().getFileMetaData().getKeyValueMetaData());
    } catch (FSError e) {
      throw DiskErrors.asException(e);
    }
  }

  private static final class Builder extends ParquetReader.Builder<Row> {
    private final MessageType columns;

    Builder(InputFile file, MessageType columns) {
      super(file, new PlainParquetConfiguration());
      this.columns = columns;
    }

    @Override
    protected ReadSupport<Row> getReadSupport() {
      return new RowReadSupport(columns);
    }
  }

  private static final class RowReadSupport extends ReadSupport<Row> {
    private final MessageType columns;

    RowReadSupport(MessageType columns) {
      this.columns = columns;
    }

    @Override
    public ReadContext init(InitContext context) {
      MessageType file = context.getFileSchema();
      List<Type> present =
          columns.getFields().stream()
              .filter(c -> !mayBeEmpty(c) || file.containsField(c.getName()))
              .map(c -> hasBareList(file, c) ? ListColumn.bare(c) : c)
              .toList();
      return new ReadContext(getSchemaForRead(file, new MessageType(columns.getName(), present)));
    }

    private static boolean mayBeEmpty(Type column) {
      return ListColumn.is(column) || column.isRepetition(Type.Repetition.OPTIONAL);
    }

    private static boolean hasBareList(MessageType file, Type column) {
      return ListColumn.is(column) && file.getType(column.getName()).isPrimitive();
    }

    /** Abstract in the base class, but called no more. */
    @Override
    @Deprecated
    public RecordMaterializer<Row> prepareForRead(
        Configuration configuration,
        Map<String, String> metadata,
        MessageType fileSchema,
        ReadContext context) {
      return new RowMaterializer(new Row(columns), context.getRequestedSchema());
    }

    @Override
    public RecordMaterializer<Row> prepareForRead(
        ParquetConfiguration configuration,
        Map<String, String> metadata,
        MessageType fileSchema,
        ReadContext context) {
      return new RowMaterializer(new Row(columns), context.getRequestedSchema());
    }
  }

  private static final class RowMaterializer extends RecordMaterializer<Row> {
    private final Row row;
    private final GroupConverter root;

    RowMaterializer(Row row, MessageType present) {
      this.row = row;
      this.root = new PresentColumns(row, present);
    }

    @Override
    public Row getCurrentRecord() {
      return row;
    }

    @Override
    public GroupConverter getRootConverter() {
      return root;
    }
  }

  /** A row by the numbers its columns have in the file; what the file lacks stays empty. */
  private static final class PresentColumns extends GroupConverter {
    private final Row row;
    private final MessageType present;

    PresentColumns(Row row, MessageType present) {
      this.row = row;
      this.present = present;
    }

    @Override
    public Converter getConverter(int column) {
      ColumnValues cell = row.cell(present.getFieldName(column));
      return ListColumn.is(present.getType(column)) ? ListColumn.into(cell) : cell;
    }

    @Override
    public void start() {
      row.clear();
    }

    @Override
    public void end() {}
  }

  /** A file as Parquet wants to be given it. */
  private record StoredFile(FileSystem fileSystem, Path path) implements InputFile {
    @Override
    public long getLength() throws IOException {
      return fileSystem.getFileStatus(path).getLen();
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
      return HadoopStreams.wrap(fileSystem.open(path));
    }

    /** As Parquet names it in what it says of a damaged file. */
    @Override
    public String toString() {
      return path.getName();
    }
  }
}
