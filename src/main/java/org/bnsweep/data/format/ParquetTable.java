package org.bnsweep.data.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.MemoryLimit;
import org.bnsweep.data.raw.LabelCollector;
import org.bnsweep.data.raw.RawSamples;
import org.bnsweep.data.raw.Request;
import org.bnsweep.data.raw.RowCollector;
import org.bnsweep.data.raw.SampleWidth;
import org.bnsweep.data.raw.TableColumns;

/**
 * The samples of a Parquet file, column by column: what a row is made of is put together from
 * blocks of rows that fit into a core's cache a few times over.
 */
final class ParquetTable {
  private static final int BLOCK_VALUES = 1 << 18;
  private static final String BYTES = "bytes";

  private final DataFile file;
  private final ParquetFileReader reader;
  private final MessageType schema;
  private final Request request;
  private final TableColumns columns;

  ParquetTable(DataFile file, ParquetFileReader reader, Request request) {
    this.file = file;
    this.reader = reader;
    this.request = request;
    this.schema = reader.getFooter().getFileMetaData().getSchema();
    List<String> names = schema.getFields().stream().map(Type::getName).toList();
    this.columns = TableColumns.of(file, names, names.size(), request.reading());
  }

  RawSamples read() throws IOException {
    ParquetNumbers label = numbers(columns.label());
    Source source = source();
    LabelCollector labels = new LabelCollector(file, columns.hint());
    requireGroupsThatFit();
    long rows =
        ParquetGroup.forEach(
            reader,
            group -> {
              read(group, label, labels);
              source.read(group);
            });
    if (rows == 0) {
      throw file.error("has no rows, must have one for each sample");
    }
    Values values = source.finish();
    return new RawSamples(file.name(), file.name(), source.width(), values, labels.finish());
  }

  private void read(ParquetGroup group, ParquetNumbers label, LabelCollector labels) {
    ParquetColumn column = column(group, columns.label(), label);
    for (long i = 0; i < group.rows(); i++) {
      long at = group.firstRow() + i + 1;
      labels.add(column.next(at), () -> place(at));
    }
  }

  private ParquetColumn column(ParquetGroup group, int column, ParquetNumbers numbers) {
    return new ParquetColumn(
        file, columns.words(column), numbers, group.column(schema.getFieldName(column)));
  }

  /** One group of rows at a time is in memory, packed. */
  private void requireGroupsThatFit() {
    for (BlockMetaData group : reader.getRowGroups()) {
      if (!MemoryLimit.fits(group.getCompressedSize())) {
        throw file.error(
            "has a group of rows of "
                + (group.getCompressedSize() >> 20)
                + " MB, must be at most "
                + (MemoryLimit.most() >> 20)
                + " MB, half of what Java has; write smaller ones, or give it more with -Xmx");
      }
    }
  }

  private static String place(long row) {
    return "row " + row;
  }

  /** What the values of a sample come from. */
  private interface Source {
    void read(ParquetGroup group);

    Values finish();

    SampleWidth width();
  }

  private Source source() {
    if (columns.features() == 1) {
      int column = columns.columnOf(0);
      Type type = schema.getType(column);
      if (isImage(type)) {
        return new Images(column);
      }
      if (!isSingle(type)) {
        return new Lists(column);
      }
    }
    List<ParquetNumbers> numbers = new ArrayList<>();
    for (int feature = 0; feature < columns.features(); feature++) {
      numbers.add(numbers(columns.columnOf(feature)));
    }
    return new Plain(numbers);
  }

  /** Whether there is one value in a row, or none. */
  private static boolean isSingle(Type type) {
    return type.isPrimitive() && type.getRepetition() != Type.Repetition.REPEATED;
  }

  private static boolean isImage(Type type) {
    if (type.isPrimitive()
        || type.getRepetition() == Type.Repetition.REPEATED
        || !type.asGroupType().containsField(BYTES)) {
      return false;
    }
    Type bytes = type.asGroupType().getType(BYTES);
    return isSingle(bytes)
        && bytes.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
  }

  private ParquetNumbers numbers(int column) {
    Type type = schema.getType(column);
    Optional<ParquetNumbers> numbers =
        isSingle(type) ? ParquetNumbers.of(type.asPrimitiveType()) : Optional.empty();
    return numbers.orElseThrow(
        () ->
            file.error(
                columns.words(column)
                    + " is "
                    + (isSingle(type)
                        ? ParquetNumbers.stranger(type.asPrimitiveType())
                        : "a list or a group")
                    + ", must be numbers; beside the labels there may be numbers, or one list, or"
                    + " one image"));
  }

  private ColumnDescriptor leaf(int column) {
    String name = schema.getFieldName(column);
    List<ColumnDescriptor> leaves =
        schema.getColumns().stream().filter(leaf -> leaf.getPath()[0].equals(name)).toList();
    if (leaves.size() != 1 || ParquetNumbers.of(leaves.get(0).getPrimitiveType()).isEmpty()) {
      throw file.error(columns.words(column) + " is no list of numbers");
    }
    return leaves.get(0);
  }

  /** A column for each feature. */
  private final class Plain implements Source {
    private final int features = columns.features();
    private final List<ParquetNumbers> numbers;
    private final RowCollector.Written written;
    private final RowCollector rows =
        new RowCollector(
            file, features, request.rows(), feature -> columns.words(columns.columnOf(feature)));

    Plain(List<ParquetNumbers> numbers) {
      this.numbers = numbers;
      this.written =
          numbers.stream().allMatch(column -> column.written() == RowCollector.Written.WHOLE)
              ? RowCollector.Written.WHOLE
              : RowCollector.Written.REAL;
    }

    @Override
    public void read(ParquetGroup group) {
      List<ParquetColumn> readers = new ArrayList<>();
      for (int feature = 0; feature < features; feature++) {
        readers.add(column(group, columns.columnOf(feature), numbers.get(feature)));
      }
      int block = Math.max(1, BLOCK_VALUES / features);
      double[] values = new double[block * features];
      double[] one = new double[features];
      for (long done = 0; done < group.rows(); done += block) {
        int n = (int) Math.min(block, group.rows() - done);
        for (int feature = 0; feature < features; feature++) {
          ParquetColumn column = readers.get(feature);
          for (int i = 0; i < n; i++) {
            values[i * features + feature] = column.next(group.firstRow() + done + i + 1);
          }
        }
        for (int i = 0; i < n; i++) {
          long row = group.firstRow() + done + i + 1;
          System.arraycopy(values, i * features, one, 0, features);
          rows.add(one, written, () -> place(row));
        }
      }
    }

    @Override
    public Values finish() {
      return rows.finish();
    }

    @Override
    public SampleWidth width() {
      return SampleWidth.ofTable(features);
    }
  }

  /** A list of all values, of the same length in each row. */
  private final class Lists implements Source {
    private static final int MOST = 10_000_000;

    private final int column;
    private final ColumnDescriptor leaf;
    private final ParquetNumbers numbers;
    private double[] row = new double[16];
    private Optional<RowCollector> rows = Optional.empty();
    private int features;

    Lists(int column) {
      this.column = column;
      this.leaf = leaf(column);
      this.numbers = ParquetNumbers.of(leaf.getPrimitiveType()).orElseThrow();
    }

    @Override
    public void read(ParquetGroup group) {
      ParquetColumn list =
          new ParquetColumn(file, columns.words(column), numbers, group.column(leaf.getPath()));
      for (long i = 0; i < group.rows(); i++) {
        long at = group.firstRow() + i + 1;
        int length = 0;
        do {
          if (length == row.length) {
            if (length > MOST) {
              throw file.error(place(at) + " has more than " + MOST + " values");
            }
            MemoryLimit.check(file, 2L * Double.BYTES * length);
            row = Arrays.copyOf(row, length * 2);
          }
          row[length++] = list.next(at);
        } while (list.goesOn());
        if (rows.isEmpty()) {
          features = length;
          rows =
              Optional.of(
                  new RowCollector(
                      file, features, request.rows(), feature -> "value " + (feature + 1)));
        }
        if (length != features) {
          throw file.error(
              place(at) + " has " + length + " values, must be " + features + " as row 1");
        }
        rows.get().add(row, numbers.written(), () -> place(at));
      }
    }

    @Override
    public Values finish() {
      return rows.orElseThrow().finish();
    }

    @Override
    public SampleWidth width() {
      return SampleWidth.ofTable(features);
    }
  }

  /** An encoded image, all of the same size. */
  private final class Images implements Source {
    private final int column;
    private final ImageDecoder decoder = new ImageDecoder(file, request.rows());

    Images(int column) {
      this.column = column;
    }

    @Override
    public void read(ParquetGroup group) {
      ColumnReader reader = group.column(schema.getFieldName(column), BYTES);
      for (long i = 0; i < group.rows(); i++) {
        long at = group.firstRow() + i + 1;
        if (reader.getCurrentDefinitionLevel() < reader.getDescriptor().getMaxDefinitionLevel()) {
          throw file.error(place(at) + ", " + columns.words(column) + " has no bytes");
        }
        decoder.add(reader.getBinary().getBytes(), place(at) + ", " + columns.words(column));
        reader.consume();
      }
    }

    @Override
    public Values finish() {
      return decoder.finish();
    }

    @Override
    public SampleWidth width() {
      return decoder.width();
    }
  }
}
