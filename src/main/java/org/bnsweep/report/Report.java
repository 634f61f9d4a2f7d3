package org.bnsweep.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bnsweep.report.chart.StaticCharts;
import org.bnsweep.report.io.FolderSource;
import org.bnsweep.report.io.ReportException;
import org.bnsweep.report.io.ReportFiles;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.report.page.Page;
import org.bnsweep.store.RunFile;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.files.RunFiles;

/** The report of a run: {@code report.html} and static charts, drawn from its results. */
public final class Report {

  private Report() {}

  /**
   * Writes the report of the finished run that {@code reader} reads into its folder, and removes
   * the pictures of an earlier report that this one does not make: they would pass for its own.
   *
   * @throws ReportException if there is nothing to draw or no way to
   * @throws org.bnsweep.store.files.StoreException if the folder cannot be read or written
   */
  public static void write(RunReader reader) {
    RunFiles folder = reader.files();
    try {
      Set<String> made =
          write(new FolderSource(reader), (name, content) -> folder.write(name, content::writeTo));
      for (RunFile file : RunFile.values()) {
        if (file.drawn() && !made.contains(file.fileName())) {
          folder.delete(file.fileName());
        }
      }
    } catch (IOException e) {
      throw new ReportException("cannot write the report: " + e.getMessage(), e);
    }
  }

  /**
   * Reads {@code source} twice and writes every file of its report to {@code files}, several at a
   * time.
   *
   * @return the names of the files
   * @throws ReportException if there is nothing to draw or no way to
   * @throws IOException if a file cannot be written
   */
  public static Set<String> write(RunSource source, ReportFiles files) throws IOException {
    RunData data = RunDataReader.read(source);
    Map<String, ReportFiles.Content> contents = new LinkedHashMap<>(StaticCharts.of(data));
    contents.put(RunFile.PAGE.fileName(), out -> Page.write(data, out));
    try {
      contents.entrySet().parallelStream().forEach(e -> write(e.getKey(), e.getValue(), files));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return contents.keySet();
  }

  /** Has what draws loaded. What fails is not told here: {@link #write} meets it again. */
  public static void prepare() {
    try {
      StaticCharts.prepare();
    } catch (IOException | RuntimeException | LinkageError e) {
      return;
    }
  }

  private static void write(String name, ReportFiles.Content content, ReportFiles files) {
    try {
      files.write(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
