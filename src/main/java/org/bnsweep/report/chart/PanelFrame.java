package org.bnsweep.report.chart;

import org.knowm.xchart.XYChart;

/**
 * The pixels that a panel's title, ticks and labels take around its plot.
 *
 * @param width left and right of the plot
 * @param height above and below
 */
record PanelFrame(int width, int height) {
  /** The size at which a chart is painted to be measured. */
  static final int WIDTH = 600;

  static final int HEIGHT = 450;

  /** Of {@code chart}, which was painted at {@link #WIDTH} and {@link #HEIGHT}. */
  static PanelFrame of(XYChart chart) {
    double right = chart.getScreenXFromChart(chart.getStyler().getXAxisMax());
    double left = chart.getScreenXFromChart(chart.getStyler().getXAxisMin());
    double bottom = chart.getScreenYFromChart(0);
    double top = chart.getScreenYFromChart(1);
    double share = chart.getStyler().getPlotContentSize();
    return new PanelFrame(
        (int) Math.round(WIDTH - (right - left) / share),
        (int) Math.round(HEIGHT - (bottom - top) / share));
  }
}
