package org.bnsweep.report;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
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

  private final List<Panel> panels;
  private final PanelGrid grid;
  private final PanelFrame outer;
  private final PanelFrame inner;
  private final int plotWidth;
  private final int plotHeight;
  private final String description;
  private final String note;

  /**
   * @param name of the run
   * @param panels of equally many epochs, at least one
   * @param note what a panel averages; empty if each shows one trial
   */
  AccuracyChart(String name, List<Panel> panels, String note) {
    this.note = note;
    this.panels = List.copyOf(panels);
    this.grid = PanelGrid.of(panels.size());
    this.outer = PanelFrame.of(measured(PanelChart.of(panels.get(0)).withTicks()));
    this.inner = PanelFrame.of(measured(PanelChart.of(panels.get(0))));
    int columns = grid.columns();
    int free = WIDTH - 2 * BORDER - outer.width() - (columns - 1) * inner.width();
    this.plotWidth = Math.min(MOST_PLOT_WIDTH, free / columns);
    this.plotHeight = (int) (plotWidth * PLOT_SHAPE);
    this.description =
        "%s: accuracy over %d epochs with Batch Normalization (solid blue) and without (dashed orange); panels: %s"
            .formatted(
                name,
                panels.get(0).bands().kept().run(),
                String.join(", ", panels.stream().map(Panel::title).toList()));
  }

  @Override
  public int width() {
    return 2 * BORDER + left(grid.columns());
  }

  @Override
  public int height() {
    return 2 * BORDER + outer.height() - inner.height() + grid.rows() * cellHeight() + noteHeight();
  }

  private int noteHeight() {
    return note.isEmpty() ? 0 : 28;
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
      panel(i).chart().paint(graphics, width, height);
      graphics.setTransform(origin);
    }
    if (!note.isEmpty()) {
      ChartStyle.paintNote(graphics, note, BORDER, height() - BORDER);
    }
  }

  /** Panel {@code i} with the parts its place gives it. */
  PanelChart panel(int i) {
    PanelChart panel = PanelChart.of(panels.get(i));
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
