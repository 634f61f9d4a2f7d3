package org.bnsweep.data.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.bnsweep.data.DataException;
import org.bnsweep.data.file.Beginning;
import org.bnsweep.data.file.Damage;
import org.bnsweep.data.file.DataFile;
import org.bnsweep.data.file.DataPlace;
import org.bnsweep.data.file.Unpacked;
import org.bnsweep.data.raw.RawSamples;
import org.bnsweep.data.raw.Request;

/**
 * Comma-separated values (RFC 4180), also with semicolons, tabs or bars: a sample in each line, one
 * column for its label, a number in every other. The first line has names if something in it is
 * neither a number nor empty.
 */
final class CsvFormat implements SampleFormat {
  private static final String SEPARATORS = ",;\t|";

  @Override
  public String word() {
    return "CSV";
  }

  @Override
  public boolean isAt(DataPlace place, Beginning beginning) {
    return place instanceof DataPlace.OneFile
        && beginning.isText()
        && beginning.stranger().isEmpty()
        && separator(beginning) != 0;
  }

  @Override
  public boolean hasTestSamples(DataPlace place) {
    return false;
  }

  @Override
  public RawSamples read(DataPlace place, Request request) {
    DataFile file = ((DataPlace.OneFile) place).file();
    char separator = separator(Beginning.of(file));
    return Unpacked.read(file, Damage.ofGzip(word()), in -> read(file, in, separator, request));
  }

  private static RawSamples read(DataFile file, InputStream in, char separator, Request request)
      throws IOException {
    CsvTable table = new CsvTable(file, request);
    try (CsvReader<CsvTable> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .detectBomHeader(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .build(table.handler(), in, StandardCharsets.UTF_8)) {
      for (Iterator<CsvTable> lines = reader.iterator(); lines.hasNext(); ) {
        lines.next().endOfLine();
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof DataException data) {
        throw data;
      }
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io;
      }
      throw file.error("is no CSV: " + e.getMessage());
    }
    return table.finish();
  }

  /** What is most often between quotes in the first line; 0 if it has none. */
  private static char separator(Beginning beginning) {
    String line = beginning.text().lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    char best = 0;
    long most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      long count = line.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }
}
