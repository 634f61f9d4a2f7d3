package org.bnsweep.report.io;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Where a report's files go. An implementation makes each file appear whole or not at all: written
 * under a temporary name, then renamed. Called from several threads, once per file.
 */
@FunctionalInterface
public interface ReportFiles {

  /**
   * Writes the file {@code name} with what {@code content} gives; replaces one of that name.
   *
   * @throws IOException when the disk or {@code content} fails; there is then no new file
   */
  void write(String name, Content content) throws IOException;

  /** The bytes of one file. */
  @FunctionalInterface
  interface Content {
    /** Writes everything to {@code out}, which the caller closes. */
    void writeTo(OutputStream out) throws IOException;
  }
}
