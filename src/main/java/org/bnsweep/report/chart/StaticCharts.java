package org.bnsweep.report.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bnsweep.report.io.ReportFiles;
import org.bnsweep.report.model.RunData;
import org.bnsweep.store.RunFile;

/** The charts beside the page: PNG for a README, SVG for print. */
public final class StaticCharts {

  private StaticCharts() {}

  /** The files that {@code data} gives, by name; drawing starts when one is written. */
  public static Map<String, ReportFiles.Content> of(RunData data) {
    String name = data.facts().name();
    Panels panels = Panels.of(data);
    Map<String, ReportFiles.Content> files = new LinkedHashMap<>();
    add(
        files,
        new AccuracyChart(name, Compared.of(data), panels.drawn(), panels.note(data)),
        RunFile.ACCURACY_PNG,
        RunFile.ACCURACY_SVG);
    FinalAccuracyChart.of(data)
        .ifPresent(p -> add(files, p, RunFile.FINAL_ACCURACY_PNG, RunFile.FINAL_ACCURACY_SVG));
    HeatMaps.of(data).ifPresent(p -> add(files, p, RunFile.HEAT_MAP_PNG, RunFile.HEAT_MAP_SVG));
    GradientsChart.of(data)
        .ifPresent(p -> add(files, p, RunFile.GRADIENTS_PNG, RunFile.GRADIENTS_SVG));
    LandscapeChart.of(data)
        .ifPresent(p -> add(files, p, RunFile.LANDSCAPE_PNG, RunFile.LANDSCAPE_SVG));
    return files;
  }

  /**
   * Draws a picture that nobody sees, so that the first one somebody waits for is drawn by code
   * that is loaded.
   *
   * @throws IOException if there is no way to draw
   */
  public static void prepare() throws IOException {
    Picture picture = new EmptyChart(PanelFrame.WIDTH, PanelFrame.HEIGHT);
    PictureFiles.png(picture, OutputStream.nullOutputStream());
    PictureFiles.svg(picture, OutputStream.nullOutputStream());
  }

  private static void add(
      Map<String, ReportFiles.Content> files, Picture picture, RunFile png, RunFile svg) {
    files.put(png.fileName(), out -> PictureFiles.png(picture, out));
    files.put(svg.fileName(), out -> PictureFiles.svg(picture, out));
  }
}
