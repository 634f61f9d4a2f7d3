package org.bnsweep.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What all static charts have in common: the font, quiet axes, a white ground. */
final class ChartStyle {
  static final float TITLE = 20f;
  static final float LABEL = 19f;
  static final float TICK = 17f;

  private ChartStyle() {}

  /**
   * Keeps ticks of accuracies at round numbers: where the values on an axis are equally far apart,
   * XChart has its ticks at them, 1/3 and 2/3 say, and rounds the labels. Two points that are not
   * drawn spoil that.
   *
   * @param x any on the chart
   */
  static void roundTicks(XYChart chart, double x) {
    XYSeries unequal = chart.addSeries("ticks", new double[] {x, x}, new double[] {0, 0.0137});
    unequal.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    unequal.setMarker(SeriesMarkers.NONE);
    unequal.setShowInLegend(false);
  }

  static void apply(AxesChartStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setBaseFont(ChartFont.ofSize(TICK));
    styler.setChartTitleFont(ChartFont.ofSize(TITLE));
    styler.setAxisTitleFont(ChartFont.ofSize(LABEL));
    styler.setAxisTickLabelsFont(ChartFont.ofSize(TICK));
    styler.setLegendFont(ChartFont.ofSize(TICK));
    styler.setChartFontColor(Palette.INK);
    styler.setChartTitleFontColor(Palette.INK);
    styler.setXAxisTitleColor(Palette.INK);
    styler.setYAxisTitleColor(Palette.INK);
    styler.setAxisTickLabelsColor(Palette.MUTED);
    styler.setAxisTickMarksColor(Palette.MUTED);
    styler.setChartBackgroundColor(Palette.NOTHING);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderColor(Palette.MUTED);
    styler.setPlotBorderVisible(true);
    styler.setPlotGridLinesColor(Palette.GRID);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setChartTitlePadding(6);
    styler.setChartTitleBoxVisible(false);
    styler.setChartPadding(6);
    styler.setPlotMargin(0);
    styler.setAxisTitlePadding(9);
    styler.setAxisTicksLineVisible(false);
    styler.setLegendBackgroundColor(new Color(255, 255, 255, 230));
    styler.setLegendBorderColor(Palette.GRID);
    styler.setLegendPadding(8);
    styler.setLegendSeriesLineLength(42);
  }
}
