package org.bnsweep.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.train.Network;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How one panel is drawn: its curves, and which of the parts that panels share it has.
 *
 * @param panel the curves
 * @param parts drawn besides the plot and its title
 */
record PanelChart(Panel panel, Set<Part> parts) {

  /** What panels share. */
  enum Part {
    X_TICKS,
    Y_TICKS,
    LEGEND
  }

  /** The share of a plot that its axes' ranges fill, so that lines at 0 and 1 are not cut. */
  private static final double CONTENT = 0.94;

  static PanelChart of(Panel panel) {
    return new PanelChart(panel, EnumSet.noneOf(Part.class));
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
    return new PanelChart(panel, more);
  }

  /** A new chart, to be painted once. */
  XYChart chart() {
    XYChart chart = new XYChart(PanelFrame.WIDTH, PanelFrame.HEIGHT);
    style(chart.getStyler());
    chart.setTitle(PlainText.oneLine(panel.title()));
    chart.setXAxisTitle("epochs");
    chart.setYAxisTitle("accuracy");
    List<Line> lines = Stream.of(Network.values()).map(this::line).toList();
    lines.forEach(line -> line.addBandTo(chart));
    lines.forEach(line -> line.addTo(chart, SeriesMarkers.NONE));
    return chart;
  }

  private void style(XYStyler styler) {
    ChartStyle.apply(styler);
    styler.setPlotContentSize(CONTENT);
    styler.setYAxisMin(0.0).setYAxisMax(1.0).setYAxisDecimalPattern("0.0");
    styler.setXAxisMin(0.0).setXAxisMax((double) Math.max(1, panel.bands().kept().run() - 1));
    styler.setXAxisDecimalPattern("#").setXAxisTickMarkSpacingHint(80);
    styler.setYAxisTickMarkSpacingHint(44);
    styler.setXAxisTicksVisible(parts.contains(Part.X_TICKS));
    styler.setXAxisTitleVisible(parts.contains(Part.X_TICKS));
    styler.setYAxisTicksVisible(parts.contains(Part.Y_TICKS));
    styler.setYAxisTitleVisible(parts.contains(Part.Y_TICKS));
    styler.setLegendVisible(parts.contains(Part.LEGEND));
    styler.setLegendPosition(LegendPosition.InsideNE);
  }

  private Line line(Network network) {
    List<Integer> epochs = panel.bands().kept().train();
    return new Line(
        network,
        epochs.stream().map(Integer::doubleValue).toList(),
        epochs.stream().map(e -> panel.bands().train(network, e)).toList());
  }
}
