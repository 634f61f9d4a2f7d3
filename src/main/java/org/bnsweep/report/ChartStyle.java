package org.bnsweep.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;

/** What all static charts have in common: the font, quiet axes, a white ground. */
final class ChartStyle {
  static final float TITLE = 20f;
  static final float LABEL = 19f;
  static final float TICK = 17f;

  private ChartStyle() {}

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
