package org.bnsweep.report.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.model.RunDataReader;

/** A program that draws one PNG into the file it is given. */
final class DrawsOnePicture {

  private DrawsOnePicture() {}

  public static void main(String[] args) throws IOException {
    try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
      to(out);
    }
  }

  static void to(OutputStream out) throws IOException {
    PictureFiles.png(
        new AccuracyChart(
            "x",
            Drawn.PAIR,
            Panels.of(RunDataReader.read(new MadeUpRun(4, 1, 2, 5, 0))).drawn(),
            "note"),
        out);
  }
}
