package org.bnsweep.store.files;

/**
 * A run folder that the user's command is not for: it is none, is at a wrong place, is another
 * run's, or holds other data.
 */
public final class RunRefusedException extends StoreException {
  private static final long serialVersionUID = 1L;

  public RunRefusedException(String message) {
    super(message);
  }

  /** {@code what} and, after a colon, the cause's reason. */
  public RunRefusedException(String what, Throwable cause) {
    super(what, cause);
  }
}
