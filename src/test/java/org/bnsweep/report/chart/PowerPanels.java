package org.bnsweep.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bnsweep.report.model.Numbers;

/**
 * Panels whose axes are both in powers of ten, for the documents: what grows in proportion is a
 * straight line. A legend takes the place of one panel more. In the looks of a run's charts.
 */
public final class PowerPanels implements Picture {
  private static final int COLUMNS = 2;
  private static final int PLOT_WIDTH = 420;
  private static final int PLOT_HEIGHT = 250;
  private static final int LEFT = 110;
  private static final int ABOVE = 46;
  private static final int BELOW = 74;
  private static final int BORDER = 14;
  private static final int INSET = 16;
  private static final int TICK = 6;
  private static final int BETWEEN_LABELS = 12;
  private static final double MARKER = 8;
  private static final int MOST_LABELS = 6;

  /** As an SVG names it; where it is not installed, Verdana is as wide. */
  private static final String FONT = "font-family:&quot;DejaVu Sans&quot;";

  private static final BasicStroke THIN = new BasicStroke(1f);

  /**
   * A line.
   *
   * @param label for the legend, which has each once
   * @param x ascending, above 0
   * @param y as many, above 0
   */
  public record Curve(String label, List<Double> x, List<Double> y) {
    public Curve {
      x = List.copyOf(x);
      y = List.copyOf(y);
    }
  }

  /**
   * Lines on the same axes.
   *
   * @param title what is on the upright axis, written above
   * @param across what is on the other
   * @param curves at least one
   */
  public record Panel(String title, String across, List<Curve> curves) {
    public Panel {
      curves = List.copyOf(curves);
    }

    /** The values that have a point, ascending. */
    List<Double> values() {
      return curves.stream().flatMap(curve -> curve.x().stream()).distinct().sorted().toList();
    }
  }

  private final List<Panel> panels;
  private final List<String> labels;
  private final PanelGrid grid;

  PowerPanels(List<Panel> panels) {
    this.panels = List.copyOf(panels);
    this.labels =
        panels.stream().flatMap(p -> p.curves().stream()).map(Curve::label).distinct().toList();
    this.grid = new PanelGrid(panels.size() + 1, COLUMNS);
  }

  /** Writes {@code folder/name.svg} and {@code .png}, of at most four labels. */
  public static void write(List<Panel> panels, Path folder, String name) throws IOException {
    Picture picture = new PowerPanels(panels);
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    PictureFiles.svg(picture, svg);
    Files.writeString(
        folder.resolve(name + ".svg"),
        svg.toString(StandardCharsets.UTF_8).replace(FONT, FONT + ",Verdana,sans-serif"));
    try (OutputStream png = Files.newOutputStream(folder.resolve(name + ".png"))) {
      PictureFiles.png(picture, png);
    }
  }

  @Override
  public int width() {
    return 2 * BORDER + COLUMNS * (LEFT + PLOT_WIDTH);
  }

  @Override
  public int height() {
    return 2 * BORDER + grid.rows() * (ABOVE + PLOT_HEIGHT + BELOW);
  }

  @Override
  public String description() {
    return "logarithmic panels: "
        + String.join("; ", panels.stream().map(p -> p.title() + " against " + p.across()).toList())
        + "; lines: "
        + String.join(
            ", ",
            IntStream.range(0, labels.size())
                .mapToObj(i -> labels.get(i) + " (" + ink(i).words() + ")")
                .toList());
  }

  private static Ink ink(int label) {
    return List.of(Ink.BATCH, Ink.PLAIN, Ink.LAYER, Ink.RMS).get(label);
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (int i = 0; i < panels.size(); i++) {
      paint(graphics, panels.get(i), plot(i));
    }
    Rectangle2D free = plot(panels.size());
    for (int i = 0; i < labels.size(); i++) {
      double y = free.getY() + 2 * INSET + i * 2.2 * ChartStyle.LABEL;
      double x = free.getX() - LEFT / 2.0;
      graphics.setColor(ink(i).colour());
      graphics.setStroke(ink(i).stroke());
      graphics.draw(new Line2D.Double(x, y, x + 50, y));
      mark(graphics, x + 25, y);
      text(graphics, labels.get(i), ChartStyle.LABEL, Palette.INK, x + 64, y + 7);
    }
  }

  private Rectangle2D plot(int panel) {
    return new Rectangle2D.Double(
        BORDER + LEFT + grid.column(panel) * (LEFT + PLOT_WIDTH),
        BORDER + ABOVE + grid.row(panel) * (ABOVE + PLOT_HEIGHT + BELOW),
        PLOT_WIDTH,
        PLOT_HEIGHT);
  }

  private void paint(Graphics2D graphics, Panel panel, Rectangle2D plot) {
    List<Double> values = panel.values();
    ValueScale scale =
        ValueScale.ofPowers(
            panel.curves().stream().flatMap(c -> c.y().stream()).toList(), MOST_LABELS);
    paintAcross(graphics, panel.across(), values, plot);
    for (ValueScale.Tick tick : scale.ticks()) {
      double y = y(plot, tick.share());
      graphics.setColor(Palette.GRID);
      graphics.setStroke(THIN);
      graphics.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
      String label =
          number(Math.pow(10, scale.low() + tick.share() * (scale.high() - scale.low())));
      double width = ChartFont.line(label, ChartStyle.TICK).getAdvance();
      text(
          graphics,
          label,
          ChartStyle.TICK,
          Palette.MUTED,
          plot.getX() - 2 * TICK - width,
          y + TICK);
    }
    centred(graphics, panel.title(), ChartStyle.TITLE, plot.getCenterX(), plot.getY() - 12);
    for (Curve curve : panel.curves()) {
      paint(graphics, curve, values, scale, plot);
    }
    graphics.setColor(Palette.MUTED);
    graphics.setStroke(THIN);
    graphics.draw(plot);
  }

  /** A line at each value, and the values that have the room for it, from the last on. */
  private static void paintAcross(
      Graphics2D graphics, String name, List<Double> values, Rectangle2D plot) {
    double foot = plot.getMaxY();
    double free = Double.POSITIVE_INFINITY;
    for (int i = values.size() - 1; i >= 0; i--) {
      double x = x(plot, values, values.get(i));
      graphics.setColor(Palette.GRID);
      graphics.setStroke(THIN);
      graphics.draw(new Line2D.Double(x, plot.getY(), x, foot));
      String label = number(values.get(i));
      double half = ChartFont.line(label, ChartStyle.TICK).getAdvance() / 2;
      if (x + half + BETWEEN_LABELS <= free) {
        text(graphics, label, ChartStyle.TICK, Palette.MUTED, x - half, foot + 24);
        free = x - half;
      }
    }
    centred(graphics, name, ChartStyle.LABEL, plot.getCenterX(), foot + 50);
  }

  private void paint(
      Graphics2D graphics, Curve curve, List<Double> values, ValueScale scale, Rectangle2D plot) {
    Ink ink = ink(labels.indexOf(curve.label()));
    Map<Double, Double> points = new TreeMap<>();
    for (int i = 0; i < curve.x().size(); i++) {
      points.put(x(plot, values, curve.x().get(i)), y(plot, scale.share(curve.y().get(i))));
    }
    Path2D line = new Path2D.Double();
    points.forEach(
        (x, y) -> {
          if (line.getCurrentPoint() == null) {
            line.moveTo(x, y);
          } else {
            line.lineTo(x, y);
          }
        });
    graphics.setColor(ink.colour());
    graphics.setStroke(ink.stroke());
    graphics.draw(line);
    points.forEach((x, y) -> mark(graphics, x, y));
  }

  private static void mark(Graphics2D graphics, double x, double y) {
    graphics.fill(new Ellipse2D.Double(x - MARKER / 2, y - MARKER / 2, MARKER, MARKER));
  }

  /** Where {@code value} is, between the least and the largest of {@code values}. */
  private static double x(Rectangle2D plot, List<Double> values, double value) {
    double low = Math.log(values.get(0));
    double high = Math.log(values.get(values.size() - 1));
    double share = high > low ? (Math.log(value) - low) / (high - low) : 0.5;
    return plot.getX() + INSET + share * (plot.getWidth() - 2 * INSET);
  }

  private static double y(Rectangle2D plot, double share) {
    return plot.getMaxY() - INSET - share * (plot.getHeight() - 2 * INSET);
  }

  private static String number(double value) {
    return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value) : Numbers.brief(value);
  }

  private static void centred(Graphics2D graphics, String text, float size, double x, double foot) {
    double width = ChartFont.line(text, size).getAdvance();
    text(graphics, text, size, Palette.INK, x - width / 2, foot);
  }

  /** As text, a tenth of what its outlines would take in an SVG. */
  private static void text(
      Graphics2D graphics, String text, float size, Color colour, double x, double foot) {
    graphics.setColor(colour);
    graphics.setFont(ChartFont.ofSize(size));
    graphics.drawString(text, (float) x, (float) foot);
  }
}
