package org.bnsweep.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;

/**
 * The names of a panel's lines, at the right of its plot, at the height where they hide least of
 * the lines: XChart knows but corners, and a line that rises early goes through all of them.
 */
final class PanelLegend {
  private static final int LINE = 42;
  private static final int ROW = 24;
  private static final int PADDING = 8;
  private static final int STEP = 3;
  private static final int POINTS_BETWEEN = 12;

  private record Key(String name, Color colour, Stroke stroke) {}

  private final Panel panel;
  private final List<Key> keys = new ArrayList<>();

  PanelLegend(Panel panel, List<Compared> networks) {
    this.panel = panel;
    for (Compared network : networks) {
      keys.add(new Key(network.label(), network.ink().colour(), network.ink().stroke()));
    }
    if (panel.tested()) {
      keys.add(new Key("on test samples", Palette.MUTED, Palette.testStroke()));
    }
  }

  /** What it names, from above. */
  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  /** Draws it on {@code chart}, which has been painted on {@code graphics}. */
  void paint(Graphics2D graphics, XYChart chart) {
    Font font = ChartFont.ofSize(ChartStyle.TICK);
    FontRenderContext exactly = new FontRenderContext(null, true, true);
    List<TextLayout> names =
        keys.stream().map(k -> new TextLayout(k.name(), font, exactly)).toList();
    double widest = names.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0);
    Rectangle2D box = place(chart, 3 * PADDING + LINE + widest, PADDING + ROW * keys.size());
    graphics.setColor(new Color(255, 255, 255, 230));
    graphics.fill(box);
    graphics.setColor(Palette.GRID);
    graphics.setStroke(new BasicStroke(1f));
    graphics.draw(box);
    for (int i = 0; i < keys.size(); i++) {
      double left = box.getX() + PADDING;
      double middle = box.getY() + PADDING / 2.0 + ROW * (i + 0.5);
      graphics.setColor(keys.get(i).colour());
      graphics.setStroke(keys.get(i).stroke());
      graphics.draw(new Line2D.Double(left, middle, left + LINE, middle));
      graphics.setColor(Palette.INK);
      graphics.fill(
          names
              .get(i)
              .getOutline(AffineTransform.getTranslateInstance(left + LINE + PADDING, middle + 6)));
    }
  }

  private Rectangle2D place(XYChart chart, double width, double height) {
    double right = chart.getScreenXFromChart(chart.getStyler().getXAxisMax());
    double top = chart.getScreenYFromChart(1);
    double bottom = chart.getScreenYFromChart(0);
    List<Point2D> points = points(chart);
    Rectangle2D best = new Rectangle2D.Double(right - width, top, width, height);
    long fewest = hidden(points, best);
    for (double y = top + STEP; y + height <= bottom; y += STEP) {
      Rectangle2D box = new Rectangle2D.Double(right - width, y, width, height);
      long hidden = hidden(points, box);
      if (hidden < fewest) {
        fewest = hidden;
        best = box;
      }
    }
    return best;
  }

  private static long hidden(List<Point2D> points, Rectangle2D box) {
    Rectangle2D around =
        new Rectangle2D.Double(
            box.getX() - PADDING,
            box.getY() - PADDING,
            box.getWidth() + 2 * PADDING,
            box.getHeight() + 2 * PADDING);
    return points.stream().filter(around::contains).count();
  }

  /** Points along all lines, on the picture. */
  private List<Point2D> points(XYChart chart) {
    List<Point2D> points = new ArrayList<>();
    panel.curves().stream()
        .flatMap(
            curve ->
                panel.tested() ? Stream.of(curve.train(), curve.test()) : Stream.of(curve.train()))
        .forEach(line -> addTo(points, line, chart));
    return points;
  }

  private static void addTo(List<Point2D> points, Line line, XYChart chart) {
    for (int i = 0; i < line.x().size(); i++) {
      int next = Math.min(i + 1, line.x().size() - 1);
      for (int k = 0; k < POINTS_BETWEEN; k++) {
        double share = (double) k / POINTS_BETWEEN;
        double x = line.x().get(i) + share * (line.x().get(next) - line.x().get(i));
        double from = line.y().get(i).mean();
        double y = from + share * (line.y().get(next).mean() - from);
        points.add(new Point2D.Double(chart.getScreenXFromChart(x), chart.getScreenYFromChart(y)));
      }
    }
  }
}
