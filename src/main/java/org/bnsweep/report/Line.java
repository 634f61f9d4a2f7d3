package org.bnsweep.report;

import java.awt.BasicStroke;
import java.util.List;
import org.bnsweep.train.Network;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One network's line on a static chart, with the 95 % interval around it where several trials were
 * averaged.
 *
 * @param network gives colour, stroke and name
 * @param x ascending
 * @param y as many
 */
record Line(Network network, List<Double> x, List<Band> y) {

  /** Adds the interval; first for all lines, so that no area covers a line. */
  void addBandTo(XYChart chart) {
    int n = x.size();
    if (n < 2 || y.stream().noneMatch(b -> b.n() > 1)) {
      return;
    }
    double[] aroundX = new double[2 * n];
    double[] aroundY = new double[2 * n];
    for (int i = 0; i < n; i++) {
      int back = 2 * n - 1 - i;
      aroundX[i] = aroundX[back] = x.get(i);
      aroundY[i] = y.get(i).high();
      aroundY[back] = y.get(i).low();
    }
    XYSeries area = chart.addSeries("band " + network.word(), aroundX, aroundY);
    area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    area.setFillColor(Palette.bandOf(network));
    area.setLineColor(Palette.NOTHING);
    area.setLineStyle(new BasicStroke(0f));
    area.setMarker(SeriesMarkers.NONE);
    area.setShowInLegend(false);
  }

  /** Adds the line of the same accuracies on test samples: thin, dotted, without an interval. */
  void addTestTo(XYChart chart) {
    XYSeries line = addTo(chart, Palette.nameOf(network) + ", test", SeriesMarkers.NONE);
    line.setLineStyle(Palette.testStroke());
  }

  /** Adds the line, with {@code marker} at its points; a single point is always marked. */
  void addTo(XYChart chart, Marker marker) {
    XYSeries line = addTo(chart, Palette.nameOf(network), marker);
    line.setLineStyle(Palette.strokeOf(network));
  }

  private XYSeries addTo(XYChart chart, String name, Marker marker) {
    XYSeries line =
        chart.addSeries(
            name,
            x.stream().mapToDouble(v -> v).toArray(),
            y.stream().mapToDouble(Band::mean).toArray());
    line.setLineColor(Palette.of(network));
    line.setMarkerColor(Palette.of(network));
    line.setMarker(x.size() == 1 ? SeriesMarkers.CIRCLE : marker);
    return line;
  }
}
