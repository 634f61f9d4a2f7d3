package org.bnsweep.report.chart;

/**
 * The rows and columns that hold some panels, filled row by row.
 *
 * @param count panels, 1 and up
 * @param columns as many as rows, one more if that fits better; at most 6
 */
record PanelGrid(int count, int columns) {
  private static final int MOST_COLUMNS = 6;

  static PanelGrid of(int count) {
    return new PanelGrid(count, Math.min(MOST_COLUMNS, (int) Math.ceil(Math.sqrt(count))));
  }

  /** The same panels in {@code fewer} columns, or as many. */
  PanelGrid withColumns(int fewer) {
    return new PanelGrid(count, fewer);
  }

  int rows() {
    return (count + columns - 1) / columns;
  }

  int column(int panel) {
    return panel % columns;
  }

  int row(int panel) {
    return panel / columns;
  }

  boolean leftmost(int panel) {
    return column(panel) == 0;
  }

  /** Whether no panel is below. */
  boolean lowest(int panel) {
    return panel + columns >= count;
  }

  boolean last(int panel) {
    return panel == count - 1;
  }
}
