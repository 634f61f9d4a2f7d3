package org.bnsweep.data.format;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.raw.LabelCollector;
import org.bnsweep.data.raw.RawSamples;
import org.bnsweep.data.raw.Request;
import org.bnsweep.data.raw.RowCollector;
import org.bnsweep.data.raw.SampleWidth;
import org.bnsweep.data.raw.TableColumns;

/** A table of samples in text, taken in field by field as a reader finds them. */
final class CsvTable {
  private static final int MOST_COLUMNS = 1_000_000;
  private static final int SHOWN = 40;

  private final DataFile file;
  private final Request request;
  private final Numbers number = new Numbers();
  private final List<String> first = new ArrayList<>();
  private Optional<Body> body = Optional.empty();
  private long line;
  private int fields;
  private RecordType type = RecordType.DATA;

  CsvTable(DataFile file, Request request) {
    this.file = file;
    this.request = request;
  }

  /** The lines after the first tell how many columns there are, and what they are called. */
  private final class Body {
    private final TableColumns columns;
    private final RowCollector rows;
    private final LabelCollector labels;
    private final double[] row;
    private final long firstLine = line;
    private double label;
    private boolean whole = true;

    Body(TableColumns columns) {
      this.columns = columns;
      this.labels = new LabelCollector(file, columns.hint());
      this.row = new double[columns.features()];
      this.rows =
          new RowCollector(
              file,
              columns.features(),
              request.rows(),
              feature -> columns.words(columns.columnOf(feature)));
    }

    void field(int column, char[] text, int from, int length) {
      if (column >= columns.count()) {
        return;
      }
      if (!number.read(text, from, length)) {
        throw file.error(
            place(line)
                + ", "
                + columns.words(column)
                + " is "
                + shown(new String(text, from, length))
                + ", must be a number"
                + (column == columns.label() ? columns.hint() : ""));
      }
      if (column == columns.label()) {
        label = number.value();
      } else {
        row[column < columns.label() ? column : column - 1] = number.value();
        whole &= number.isWhole();
      }
    }

    void end() {
      if (fields != columns.count()) {
        throw file.error(
            place(line)
                + " has "
                + fields
                + (fields == 1 ? " column" : " columns")
                + ", must be "
                + columns.count()
                + " as line "
                + firstLine);
      }
      long at = line;
      rows.add(
          row, whole ? RowCollector.Written.WHOLE : RowCollector.Written.REAL, () -> place(at));
      labels.add(label, () -> place(at));
      whole = true;
    }
  }

  private static String place(long line) {
    return "line " + line;
  }

  private static String shown(String text) {
    return text.isBlank()
        ? "empty"
        : '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + '"';
  }

  /** Called at the end of each line. */
  void endOfLine() {
    if (body.isPresent()) {
      body.get().end();
      return;
    }
    boolean header = first.stream().anyMatch(text -> !text.isBlank() && !number.read(text));
    TableColumns columns =
        TableColumns.of(file, header ? first : List.of(), first.size(), request.reading());
    Body table = new Body(columns);
    if (!header) {
      for (int i = 0; i < first.size(); i++) {
        char[] text = first.get(i).toCharArray();
        table.field(i, text, 0, text.length);
      }
      table.end();
    }
    body = Optional.of(table);
    first.clear();
  }

  RawSamples finish() {
    Body table = body.orElseThrow(() -> file.error("is empty, must have a line for each sample"));
    return new RawSamples(
        file.name(),
        file.name(),
        SampleWidth.ofTable(table.columns.features()),
        table.rows.finish(),
        table.labels.finish());
  }

  CsvCallbackHandler<CsvTable> handler() {
    return new Handler();
  }

  private final class Handler extends CsvCallbackHandler<CsvTable> {
    @Override
    protected RecordType getRecordType() {
      return type;
    }

    @Override
    protected int getFieldCount() {
      return fields;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
      line = startingLineNumber;
      fields = 0;
      type = RecordType.DATA;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
      if (body.isPresent()) {
        body.get().field(fields, buffer, offset, length);
      } else if (fields < MOST_COLUMNS) {
        first.add(new String(buffer, offset, length));
      } else {
        throw file.error(place(line) + " has more than " + MOST_COLUMNS + " columns");
      }
      fields++;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
      type = RecordType.COMMENT;
    }

    @Override
    protected void setEmpty() {
      type = RecordType.EMPTY;
    }

    @Override
    protected CsvTable buildRecord() {
      return CsvTable.this;
    }
  }
}
