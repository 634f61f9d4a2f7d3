package org.bnsweep.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.bnsweep.report.model.ProbedSetting;
import org.bnsweep.store.RunFile;

/**
 * Small multiples of what was recorded: a title, the networks, and panels with the same axes, ticks
 * only at the left and at the bottom. Drawn without XChart, whose lines start their dashes anew at
 * every point and whose axes of powers of ten label what is no power.
 */
final class EpochPanels implements Picture {
  private static final int WIDTH = 1600;
  private static final int BORDER = 16;
  private static final int GAP = 18;
  private static final int TITLE = 34;
  private static final int LEGEND = 38;
  private static final int KEY = 42;
  private static final int BETWEEN_KEYS = 30;
  private static final int PANEL_TITLE = 32;
  private static final int AXIS_LABEL = 30;
  private static final int TICK = 6;
  private static final int INSET = 10;
  private static final int MOST_EPOCH_LABELS = 10;
  private static final BasicStroke THIN = new BasicStroke(1f);

  /**
   * What is written around the panels.
   *
   * @param title above
   * @param values what the upright axis has
   * @param description for those who cannot see the picture
   * @param note below; empty for none
   */
  record Words(String title, String values, String description, String note) {}

  private final Words words;
  private final List<Compared> networks;
  private final List<EpochPanel> panels;
  private final ValueScale scale;
  private final int epochs;
  private final PanelGrid grid;
  private final int left;
  private final int plotWidth;
  private final int plotHeight;
  private final Footnote note;

  /**
   * @param networks that the legend names
   * @param panels at least one
   * @param scale of all of them
   * @param epochs of the run
   */
  EpochPanels(
      Words words, List<Compared> networks, List<EpochPanel> panels, ValueScale scale, int epochs) {
    this.words = words;
    this.networks = List.copyOf(networks);
    this.panels = List.copyOf(panels);
    this.scale = scale;
    this.epochs = epochs;
    this.grid =
        panels.size() <= 3
            ? PanelGrid.of(panels.size()).withColumns(panels.size())
            : PanelGrid.of(panels.size());
    double widest =
        scale.ticks().stream()
            .mapToDouble(t -> ChartFont.line(t.label(), ChartStyle.TICK).getAdvance())
            .max()
            .orElse(0);
    this.left = AXIS_LABEL + (int) Math.ceil(widest) + 2 * TICK;
    int columns = grid.columns();
    int free = WIDTH - 2 * BORDER - left - columns * GAP;
    this.plotWidth = Math.min(columns == 1 ? 1000 : 640, free / columns);
    this.plotHeight = Math.min(460, plotWidth * 7 / 10);
    this.note = Footnote.of(words.note(), width() - 2 * BORDER);
  }

  /** A note of which setting it is, if there are others. */
  static String selection(ProbedSetting<?> setting) {
    return setting.of() == 1
        ? ""
        : String.format(
            Locale.ROOT,
            "one of %,d settings, others are in %s",
            setting.of(),
            RunFile.PAGE.fileName());
  }

  @Override
  public int width() {
    return 2 * BORDER + left + grid.columns() * (plotWidth + GAP);
  }

  @Override
  public int height() {
    return noteTop() + note.height() + BORDER;
  }

  @Override
  public String description() {
    return words.description();
  }

  /** What is written below, where letters are outlines. */
  String note() {
    return words.note();
  }

  List<EpochPanel> panels() {
    return panels;
  }

  private int noteTop() {
    return top(grid.rows()) + 2 * AXIS_LABEL;
  }

  /** Where {@code row} starts. */
  private int top(int row) {
    return BORDER + TITLE + LEGEND + row * (panelTitle() + plotHeight + GAP / 2);
  }

  private int panelTitle() {
    return panels.stream().allMatch(panel -> panel.title().isEmpty()) ? TICK : PANEL_TITLE;
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    centred(graphics, words.title(), ChartStyle.TITLE, Palette.INK, width() / 2.0, BORDER + 22);
    paintLegend(graphics);
    for (int i = 0; i < panels.size(); i++) {
      Rectangle2D plot =
          new Rectangle2D.Double(
              BORDER + left + grid.column(i) * (plotWidth + GAP),
              top(grid.row(i)) + panelTitle(),
              plotWidth,
              plotHeight);
      paint(graphics, i, plot);
    }
    note.paint(graphics, BORDER, noteTop());
  }

  private void paintLegend(Graphics2D graphics) {
    List<TextLayout> labels =
        networks.stream().map(n -> ChartFont.line(n.label(), ChartStyle.TICK)).toList();
    double all = labels.stream().mapToDouble(l -> KEY + TICK + l.getAdvance()).sum();
    double x = (width() - all - (labels.size() - 1) * BETWEEN_KEYS) / 2;
    int middle = BORDER + TITLE + LEGEND / 2 - TICK;
    for (int i = 0; i < labels.size(); i++) {
      graphics.setColor(networks.get(i).ink().colour());
      graphics.setStroke(networks.get(i).ink().stroke());
      graphics.draw(new Line2D.Double(x, middle, x + KEY, middle));
      AffineTransform place = AffineTransform.getTranslateInstance(x + KEY + TICK, middle + 6);
      fill(graphics, labels.get(i), Palette.INK, place);
      x += KEY + TICK + labels.get(i).getAdvance() + BETWEEN_KEYS;
    }
  }

  private void paint(Graphics2D graphics, int i, Rectangle2D plot) {
    if (!panels.get(i).title().isEmpty()) {
      centred(
          graphics,
          panels.get(i).title(),
          ChartStyle.TITLE,
          Palette.INK,
          plot.getCenterX(),
          plot.getY() - 9);
    }
    graphics.setColor(Color.WHITE);
    graphics.fill(plot);
    // So that lines at the ends of the axes are not on the frame.
    Rectangle2D inner =
        new Rectangle2D.Double(
            plot.getX() + INSET,
            plot.getY() + INSET,
            plot.getWidth() - 2 * INSET,
            plot.getHeight() - 2 * INSET);
    paintGrid(graphics, plot, inner);
    panels.get(i).paint(graphics, inner, scale, epochs - 1);
    graphics.setColor(Palette.MUTED);
    graphics.setStroke(THIN);
    graphics.draw(plot);
    if (grid.leftmost(i)) {
      paintValues(graphics, plot, inner);
    }
    if (grid.lowest(i)) {
      paintEpochs(graphics, plot, inner);
    }
  }

  private void paintGrid(Graphics2D graphics, Rectangle2D plot, Rectangle2D inner) {
    graphics.setColor(Palette.GRID);
    graphics.setStroke(THIN);
    for (ValueScale.Tick tick : scale.ticks()) {
      double y = y(tick, inner);
      graphics.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
    }
    for (int epoch = 0; epoch < epochs; epoch += epochStep()) {
      double x = x(epoch, inner);
      graphics.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
    }
  }

  private void paintValues(Graphics2D graphics, Rectangle2D plot, Rectangle2D inner) {
    for (ValueScale.Tick tick : scale.ticks()) {
      double y = y(tick, inner);
      TextLayout label = ChartFont.line(tick.label(), ChartStyle.TICK);
      double x = plot.getX() - 2 * TICK - label.getAdvance();
      fill(graphics, label, Palette.MUTED, AffineTransform.getTranslateInstance(x, y + TICK));
      graphics.draw(new Line2D.Double(plot.getX() - TICK, y, plot.getX(), y));
    }
    TextLayout name = ChartFont.line(words.values(), ChartStyle.LABEL);
    AffineTransform upright =
        AffineTransform.getTranslateInstance(
            BORDER + 14, plot.getCenterY() + name.getAdvance() / 2);
    upright.rotate(-Math.PI / 2);
    fill(graphics, name, Palette.INK, upright);
  }

  private void paintEpochs(Graphics2D graphics, Rectangle2D plot, Rectangle2D inner) {
    double foot = plot.getMaxY();
    for (int epoch = 0; epoch < epochs; epoch += epochStep()) {
      double x = x(epoch, inner);
      String label = Integer.toString(epoch);
      centred(graphics, label, ChartStyle.TICK, Palette.MUTED, x, foot + 24);
      graphics.draw(new Line2D.Double(x, foot, x, foot + TICK));
    }
    centred(graphics, "epochs", ChartStyle.LABEL, Palette.INK, plot.getCenterX(), foot + 50);
  }

  private int epochStep() {
    return (int) Math.max(1, ValueScale.roundStep(Math.max(1, epochs - 1), MOST_EPOCH_LABELS));
  }

  private double x(int epoch, Rectangle2D inner) {
    return inner.getX() + inner.getWidth() * epoch / Math.max(1, epochs - 1);
  }

  private static double y(ValueScale.Tick tick, Rectangle2D inner) {
    return inner.getMaxY() - inner.getHeight() * tick.share();
  }

  private static void centred(
      Graphics2D graphics, String text, float size, Color colour, double x, double foot) {
    TextLayout line = ChartFont.line(text, size);
    fill(
        graphics,
        line,
        colour,
        AffineTransform.getTranslateInstance(x - line.getAdvance() / 2, foot));
  }

  /** As outlines, as XChart does. */
  private static void fill(
      Graphics2D graphics, TextLayout text, Color colour, AffineTransform place) {
    graphics.setColor(colour);
    graphics.fill(text.getOutline(place));
  }
}
