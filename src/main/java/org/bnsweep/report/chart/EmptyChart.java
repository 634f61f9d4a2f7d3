package org.bnsweep.report.chart;

import java.awt.Graphics2D;
import org.knowm.xchart.XYChart;

/**
 * Axes without a curve: a picture of which nothing is kept, drawn so that fonts, drawing and
 * encoders are there when they are needed.
 */
record EmptyChart(int width, int height) implements Picture {

  @Override
  public String description() {
    return "axes";
  }

  @Override
  public void paint(Graphics2D graphics) {
    XYChart chart = new XYChart(width, height);
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.setTitle("W:0.1");
    chart.setXAxisTitle("epochs");
    chart.setYAxisTitle("accuracy");
    ChartStyle.roundTicks(chart, 0);
    chart.paint(graphics, width, height);
  }
}
