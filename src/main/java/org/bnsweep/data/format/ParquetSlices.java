package org.bnsweep.data.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.bnsweep.data.Values;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.raw.Request;
import org.bnsweep.data.raw.RowCollector;
import org.bnsweep.data.raw.RowCollector.Written;
import org.bnsweep.data.raw.Slices;
import org.bnsweep.data.raw.TableColumns;

/**
 * A table with a column for each feature, read in slices of columns side by side: to unpack so many
 * columns is what takes the time, and Parquet's readers are for one thread each.
 */
final class ParquetSlices {
  private static final int BLOCK_VALUES = 1 << 18;

  /** Columns below which a second thread does not pay. */
  private static final int SMALLEST = 32;

  private final DataFile file;
  private final MessageType schema;
  private final TableColumns columns;
  private final Request request;
  private final List<ParquetNumbers> numbers;
  private final Written written;

  /**
   * @param schema of the whole file
   * @param numbers of each feature
   */
  ParquetSlices(
      DataFile file,
      MessageType schema,
      TableColumns columns,
      Request request,
      List<ParquetNumbers> numbers) {
    this.file = file;
    this.schema = schema;
    this.columns = columns;
    this.request = request;
    this.numbers = numbers;
    this.written =
        numbers.stream().allMatch(column -> column.written() == Written.WHOLE)
            ? Written.WHOLE
            : Written.REAL;
  }

  Values read() {
    int features = columns.features();
    int slices =
        Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), features / SMALLEST));
    List<CompletableFuture<Slices.Slice>> all =
        IntStream.range(0, slices)
            .mapToObj(
                s -> {
                  int from = (int) ((long) features * s / slices);
                  int to = (int) ((long) features * (s + 1) / slices);
                  return CompletableFuture.supplyAsync(() -> slice(from, to, slices));
                })
            .toList();
    return Slices.joined(file, all.stream().map(ParquetSlices::result).toList());
  }

  /** What the first slice that fails says is what is said: the same whoever was first. */
  private static Slices.Slice result(CompletableFuture<Slices.Slice> slice) {
    try {
      return slice.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  private Slices.Slice slice(int from, int to, int slices) {
    int width = to - from;
    RowCollector rows =
        new RowCollector(
            file,
            width,
            request.rows(),
            feature -> columns.words(columns.columnOf(from + feature)),
            slices);
    try (ParquetFileReader reader = ParquetFileReader.open(new ParquetInput(file))) {
      List<Type> types =
          IntStream.range(from, to).mapToObj(f -> schema.getType(columns.columnOf(f))).toList();
      MessageType sliced = new MessageType(schema.getName(), types);
      ParquetGroup.forEach(reader, sliced, group -> take(group, from, width, rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Slices.Slice(width, rows.finish());
  }

  /** Column by column, a block of rows at a time that fits into a core's cache a few times over. */
  private void take(ParquetGroup group, int from, int width, RowCollector rows) {
    List<ParquetColumn> readers = new ArrayList<>();
    for (int feature = from; feature < from + width; feature++) {
      int column = columns.columnOf(feature);
      readers.add(
          new ParquetColumn(
              file,
              columns.words(column),
              numbers.get(feature),
              group.column(schema.getFieldName(column))));
    }
    int block = (int) Math.min(group.rows(), Math.max(1, BLOCK_VALUES / width));
    double[] values = new double[block * width];
    double[] one = new double[width];
    for (long done = 0; done < group.rows(); done += block) {
      int n = (int) Math.min(block, group.rows() - done);
      long before = group.firstRow() + done;
      for (int j = 0; j < width; j++) {
        ParquetColumn column = readers.get(j);
        for (int i = 0; i < n; i++) {
          values[i * width + j] = column.next(before + i + 1);
        }
      }
      for (int i = 0; i < n; i++) {
        long row = before + i + 1;
        System.arraycopy(values, i * width, one, 0, width);
        rows.add(one, written, () -> "row " + row);
      }
    }
  }
}
