package org.bnsweep.sweep;

/** A grid that cannot be; the message is one line that says why and what would be right. */
public final class GridException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Part part;

  GridException(String message) {
    this(Part.AXES, message);
  }

  GridException(Part part, String message) {
    super(message);
    this.part = part;
  }

  /** What of the grid is wrong. */
  public Part part() {
    return part;
  }

  /** The parts of a grid's description. */
  public enum Part {
    /** The axes, or the points in their place. */
    AXES,
    /** The clauses. */
    WHERE
  }
}
