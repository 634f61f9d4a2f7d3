package org.bnsweep.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.util.List;
import org.bnsweep.stats.Moments;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One network's line on a static chart, with the 95 % interval around it where several trials were
 * averaged.
 *
 * @param ink of the network
 * @param x ascending
 * @param y as many
 */
record Line(Ink ink, List<Double> x, List<Moments> y) {

  /**
   * Adds the interval; first for all lines, so that no area covers a line. Points without a number
   * are a gap, or XChart would close an area before them and draw its ends as one more.
   */
  void addBandTo(XYChart chart) {
    if (y.stream().noneMatch(b -> b.n() > 1)) {
      return;
    }
    for (int from = 0; from < x.size(); ) {
      int to = from;
      while (to < x.size() && y.get(to).n() > 0) {
        to++;
      }
      if (to - from > 1) {
        addBandTo(chart, from, to);
      }
      from = to + 1;
    }
  }

  /** Adds the interval around the points from {@code from} up to {@code to}, which is excluded. */
  private void addBandTo(XYChart chart, int from, int to) {
    int n = to - from;
    double[] aroundX = new double[2 * n];
    double[] aroundY = new double[2 * n];
    for (int i = 0; i < n; i++) {
      int back = 2 * n - 1 - i;
      aroundX[i] = aroundX[back] = x.get(from + i);
      aroundY[i] = Math.min(1, y.get(from + i).mean() + y.get(from + i).halfWidth());
      aroundY[back] = Math.max(0, y.get(from + i).mean() - y.get(from + i).halfWidth());
    }
    XYSeries area = chart.addSeries("band " + ink + " " + from, aroundX, aroundY);
    area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    area.setFillColor(ink.band());
    area.setLineColor(Palette.NOTHING);
    area.setLineStyle(new BasicStroke(0f));
    area.setMarker(SeriesMarkers.NONE);
    area.setShowInLegend(false);
  }

  /**
   * Draws the line on {@code chart}, which has been painted on {@code graphics}: in one piece, as
   * XChart starts the dashes anew at every point, and where these are close it draws no gaps.
   */
  void draw(Graphics2D graphics, XYChart chart, Stroke stroke) {
    Path2D path = new Path2D.Double();
    boolean drawing = false;
    for (int i = 0; i < x.size(); i++) {
      double mean = y.get(i).mean();
      if (!Double.isNaN(mean)) {
        double right = chart.getScreenXFromChart(x.get(i));
        double down = chart.getScreenYFromChart(mean);
        if (drawing) {
          path.lineTo(right, down);
        } else {
          path.moveTo(right, down);
        }
      }
      drawing = !Double.isNaN(mean);
    }
    graphics.setColor(ink.colour());
    graphics.setStroke(stroke);
    graphics.draw(path);
  }

  /** Adds the points alone, which show if there is but one; for {@link #draw}. */
  void addPointsTo(XYChart chart) {
    addTo(chart, ink.name(), SeriesMarkers.NONE)
        .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
  }

  /** Adds the line of the same accuracies on test samples: thin, dotted, without an interval. */
  XYSeries addTestTo(XYChart chart, String label) {
    XYSeries line = addTo(chart, label + ", test", SeriesMarkers.NONE);
    line.setLineStyle(Palette.testStroke());
    return line;
  }

  /** Adds the line, with markers at its points; a single point is always marked. */
  void addLineTo(XYChart chart, String label) {
    XYSeries line = addTo(chart, label, ink.marker());
    line.setLineStyle(ink.stroke());
  }

  private XYSeries addTo(XYChart chart, String name, Marker marker) {
    XYSeries line =
        chart.addSeries(
            name,
            x.stream().mapToDouble(v -> v).toArray(),
            y.stream().mapToDouble(Moments::mean).toArray());
    line.setLineColor(ink.colour());
    line.setMarkerColor(ink.colour());
    line.setMarker(x.size() == 1 ? SeriesMarkers.CIRCLE : marker);
    return line;
  }
}
