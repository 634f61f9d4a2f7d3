package org.bnsweep.store.table;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Writes CSV as RFC 4180 has it, in UTF-8.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are
 * written as they are, since a minus sign belongs to them.
 */
public final class CsvWriter implements Closeable {
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[\\s\\p{C}]*[=+\\-@\uff1d\uff0b\uff0d\uff20].*|(?s)[\\t\\r\\n].*");
  private static final Pattern QUOTED = Pattern.compile("(?s).*[\",;\\t\\r\\n].*|\\s.*|.*\\s");

  private final Writer out;
  private boolean firstField = true;

  /** Takes over {@code out} and writes the names of the columns. */
  public CsvWriter(OutputStream out, List<String> columns) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (String column : columns) {
      text(column);
    }
    endRow();
  }

  /** A field of text, made harmless. */
  public void text(String value) throws IOException {
    String safe = FORMULA.matcher(value).matches() ? "'" + value : value;
    field(QUOTED.matcher(safe).matches() ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
  }

  /** A field with a number, empty if it is NaN or infinite. */
  public void number(double value) throws IOException {
    field(Double.isFinite(value) ? Double.toString(value) : "");
  }

  /** A field with a whole number. */
  public void number(long value) throws IOException {
    field(Long.toString(value));
  }

  /** A field with a whole number, empty if there is none. */
  public void number(OptionalInt value) throws IOException {
    field(value.isPresent() ? Integer.toString(value.getAsInt()) : "");
  }

  /** Empty fields. */
  public void empty(int fields) throws IOException {
    for (int i = 0; i < fields; i++) {
      field("");
    }
  }

  private void field(String encoded) throws IOException {
    if (!firstField) {
      out.write(',');
    }
    firstField = false;
    out.write(encoded);
  }

  /** Ends the row. */
  public void endRow() throws IOException {
    out.write("\r\n");
    firstField = true;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
