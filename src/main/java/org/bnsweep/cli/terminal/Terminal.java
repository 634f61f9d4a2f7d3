package org.bnsweep.cli.terminal;

/**
 * The terminal at which a person is looking at stderr, or none.
 *
 * @param columns 0 if there is none
 */
public record Terminal(int columns) {
  public static final Terminal NONE = new Terminal(0);

  /** Where the width is not known. */
  private static final int USUAL_COLUMNS = 80;

  /** Longer lines are hard to follow. */
  private static final int MOST_COLUMNS = 80;

  /** Of {@code columns}; of the usual number if that is 0. */
  static Terminal of(int columns) {
    return new Terminal(columns == 0 ? USUAL_COLUMNS : columns);
  }

  /**
   * As the launcher found, who says how many columns there are ({@code bnsweep.terminal}): Java
   * cannot tell for stderr alone.
   */
  public static Terminal ofStderr() {
    String columns = System.getProperty("bnsweep.terminal", "");
    if (columns.equals("true")) {
      return of(0);
    }
    return columns.matches("[0-9]{1,6}") ? of(Integer.parseInt(columns)) : NONE;
  }

  boolean exists() {
    return columns > 0;
  }

  /** Of a line that does not wrap: one less than there are columns. */
  int width() {
    return Math.max(1, Math.min(columns, MOST_COLUMNS) - 1);
  }
}
