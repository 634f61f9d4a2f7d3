package org.bnsweep.sweep;

/** A grid that cannot be; the message is one line that says why and what would be right. */
public final class GridException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GridException(String message) {
    super(message);
  }
}
