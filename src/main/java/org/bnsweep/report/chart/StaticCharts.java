package org.bnsweep.report.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bnsweep.report.io.ReportFiles;
import org.bnsweep.report.model.RunData;

/** The charts beside the page: PNG for a README, SVG for print. */
public final class StaticCharts {

  private StaticCharts() {}

  /** The files that {@code data} gives, by name; drawing starts when one is written. */
  public static Map<String, ReportFiles.Content> of(RunData data) {
    String name = data.facts().name();
    Panels panels = Panels.of(data);
    Map<String, Picture> pictures = new LinkedHashMap<>();
    pictures.put("accuracy", new AccuracyChart(name, panels.drawn(), panels.note(data)));
    FinalAccuracyChart.of(data).ifPresent(p -> pictures.put("final-accuracy", p));
    HeatMaps.of(data).ifPresent(p -> pictures.put("heat-map", p));
    Map<String, ReportFiles.Content> files = new LinkedHashMap<>();
    pictures.forEach(
        (file, picture) -> {
          files.put(file + ".png", out -> PictureFiles.png(picture, out));
          files.put(file + ".svg", out -> PictureFiles.svg(picture, out));
        });
    return files;
  }
}
