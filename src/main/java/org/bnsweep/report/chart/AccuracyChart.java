package org.bnsweep.report.chart;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.bnsweep.report.model.PlainText;
import org.knowm.xchart.XYChart;

/**
 * The small multiples of a run: accuracy over epochs, one panel per setting, ticks only at the left
 * and at the bottom, one legend in the last panel.
 */
final class AccuracyChart implements Picture {
  private static final int WIDTH = 1600;
  private static final int MOST_PLOT_WIDTH = 640;
  private static final double PLOT_SHAPE = 0.72;
  private static final int BORDER = 12;
  private static final float LARGEST_TITLE = ChartStyle.TITLE;

  /** Below this, titles that do not fit get fewer columns instead of smaller letters. */
  private static final float SMALLEST_TITLE = 14f;

  private static final int BETWEEN_TITLES = 12;

  private final List<Compared> networks;
  private final List<Panel> panels;
  private final PanelGrid grid;
  private final PanelFrame outer;
  private final PanelFrame inner;
  private final int plotWidth;
  private final int plotHeight;
  private final float titleSize;
  private final String description;
  private final Footnote note;

  /**
   * @param name of the run
   * @param networks that it compares
   * @param panels of equally many epochs, at least one
   * @param note below them; empty for none
   */
  AccuracyChart(String name, List<Compared> networks, List<Panel> panels, String note) {
    this.networks = List.copyOf(networks);
    this.panels = List.copyOf(panels);
    this.outer = PanelFrame.of(measured(PanelChart.of(panels.get(0), LARGEST_TITLE).withTicks()));
    this.inner = PanelFrame.of(measured(PanelChart.of(panels.get(0), LARGEST_TITLE)));
    PanelGrid square = PanelGrid.of(panels.size());
    this.grid = square.withColumns(columns(square.columns()));
    this.plotWidth = plotWidth(grid.columns());
    this.plotHeight = (int) (plotWidth(square.columns()) * PLOT_SHAPE);
    this.titleSize = Math.min(LARGEST_TITLE, titleSize(grid.columns()));
    this.note = Footnote.of(note, width() - 2 * BORDER);
    this.description =
        String.format(
            Locale.ROOT,
            "%s: accuracy over %d epochs %s%s; panels: %s",
            name,
            panels.get(0).kept().run(),
            Compared.words(networks),
            panels.get(0).tested() ? ", on test samples dotted" : "",
            String.join(", ", panels.stream().map(Panel::title).toList()));
  }

  /** {@code most} or fewer, so that titles can be read and do not run into each other. */
  private int columns(int most) {
    int columns = most;
    while (columns > 1 && titleSize(columns) < SMALLEST_TITLE) {
      columns--;
    }
    return columns;
  }

  /** The size of letters at which the widest title is as wide as its panel. */
  private float titleSize(int columns) {
    FontRenderContext exactly = new FontRenderContext(null, true, true);
    double widest =
        panels.stream()
            .map(panel -> PlainText.oneLine(panel.title()))
            .mapToDouble(t -> ChartFont.ofSize(100f).getStringBounds(t, exactly).getWidth())
            .max()
            .orElse(0);
    double free = plotWidth(columns) + inner.width() - BETWEEN_TITLES;
    return (float) (100 * free / Math.max(1, widest));
  }

  private int plotWidth(int columns) {
    int free = WIDTH - 2 * BORDER - outer.width() - (columns - 1) * inner.width();
    return Math.min(MOST_PLOT_WIDTH, free / columns);
  }

  @Override
  public int width() {
    return 2 * BORDER + left(grid.columns());
  }

  @Override
  public int height() {
    return noteTop() + note.height() + BORDER;
  }

  private int noteTop() {
    return BORDER + outer.height() - inner.height() + grid.rows() * cellHeight();
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void paint(Graphics2D graphics) {
    AffineTransform origin = graphics.getTransform();
    for (int i = 0; i < panels.size(); i++) {
      int width = inner.width() + plotWidth;
      if (grid.leftmost(i)) {
        width += outer.width() - inner.width();
      }
      int height = cellHeight();
      if (grid.lowest(i)) {
        height += outer.height() - inner.height();
      }
      graphics.translate(
          BORDER + left(grid.column(i)), (double) BORDER + grid.row(i) * cellHeight());
      panel(i).paint(graphics, width, height, networks);
      graphics.setTransform(origin);
    }
    note.paint(graphics, BORDER, noteTop());
  }

  /** Panel {@code i} with the parts its place gives it. */
  PanelChart panel(int i) {
    PanelChart panel = PanelChart.of(panels.get(i), titleSize);
    if (grid.leftmost(i)) {
      panel = panel.withYTicks();
    }
    if (grid.lowest(i)) {
      panel = panel.withXTicks();
    }
    return grid.last(i) ? panel.withLegend() : panel;
  }

  /** Where {@code column} starts, right of the border. */
  private int left(int column) {
    return column == 0 ? 0 : column * (inner.width() + plotWidth) + outer.width() - inner.width();
  }

  private int cellHeight() {
    return inner.height() + plotHeight;
  }

  private static XYChart measured(PanelChart panel) {
    XYChart chart = panel.chart();
    Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    chart.paint(nowhere, PanelFrame.WIDTH, PanelFrame.HEIGHT);
    nowhere.dispose();
    return chart;
  }
}
