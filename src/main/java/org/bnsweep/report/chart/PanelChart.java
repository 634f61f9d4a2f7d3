package org.bnsweep.report.chart;

import java.awt.Graphics2D;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bnsweep.report.model.PlainText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * How one panel is drawn: its curves, and which of the parts that panels share it has.
 *
 * @param panel the curves
 * @param titleSize of the letters, in pixels
 * @param parts drawn besides the plot and its title
 */
record PanelChart(Panel panel, float titleSize, Set<Part> parts) {

  /** What panels share. */
  enum Part {
    X_TICKS,
    Y_TICKS,
    LEGEND
  }

  /** The share of a plot that its axes' ranges fill, so that lines at 0 and 1 are not cut. */
  private static final double CONTENT = 0.94;

  static PanelChart of(Panel panel, float titleSize) {
    return new PanelChart(panel, titleSize, EnumSet.noneOf(Part.class));
  }

  PanelChart withXTicks() {
    return with(Part.X_TICKS);
  }

  PanelChart withYTicks() {
    return with(Part.Y_TICKS);
  }

  PanelChart withTicks() {
    return withXTicks().withYTicks();
  }

  PanelChart withLegend() {
    return with(Part.LEGEND);
  }

  private PanelChart with(Part part) {
    EnumSet<Part> more = EnumSet.of(part);
    more.addAll(parts);
    return new PanelChart(panel, titleSize, more);
  }

  /**
   * Paints it {@code width} pixels wide and {@code height} high.
   *
   * @param networks that the legend names
   */
  void paint(Graphics2D graphics, int width, int height, List<Compared> networks) {
    XYChart chart = chart();
    chart.paint(graphics, width, height);
    for (Panel.Curve curve : panel.curves()) {
      curve.train().draw(graphics, chart, curve.network().ink().stroke());
      if (panel.tested()) {
        curve.test().draw(graphics, chart, Palette.testStroke());
      }
    }
    if (parts.contains(Part.LEGEND)) {
      new PanelLegend(panel, networks).paint(graphics, chart);
    }
  }

  /** A new chart, to be painted once; without lines and legend, for which it must have been. */
  XYChart chart() {
    XYChart chart = new XYChart(PanelFrame.WIDTH, PanelFrame.HEIGHT);
    style(chart.getStyler());
    chart.setTitle(PlainText.oneLine(panel.title()));
    chart.setXAxisTitle("epochs");
    chart.setYAxisTitle("accuracy");
    List<Line> lines = panel.curves().stream().map(Panel.Curve::train).toList();
    lines.forEach(line -> line.addBandTo(chart));
    lines.forEach(line -> line.addPointsTo(chart));
    ChartStyle.roundTicks(chart, 0);
    return chart;
  }

  private void style(XYStyler styler) {
    ChartStyle.apply(styler);
    styler.setPlotContentSize(CONTENT);
    styler.setYAxisMin(0.0).setYAxisMax(1.0).setYAxisDecimalPattern("0.0");
    styler.setXAxisMin(0.0).setXAxisMax((double) Math.max(1, panel.kept().run() - 1));
    styler.setXAxisDecimalPattern("#").setXAxisTickMarkSpacingHint(80);
    styler.setYAxisTickMarkSpacingHint(44);
    styler.setXAxisTicksVisible(parts.contains(Part.X_TICKS));
    styler.setXAxisTitleVisible(parts.contains(Part.X_TICKS));
    styler.setYAxisTicksVisible(parts.contains(Part.Y_TICKS));
    styler.setYAxisTitleVisible(parts.contains(Part.Y_TICKS));
    styler.setLegendVisible(false);
    styler.setChartTitleFont(ChartFont.ofSize(titleSize));
  }
}
