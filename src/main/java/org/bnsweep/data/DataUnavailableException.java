package org.bnsweep.data;

import java.io.Serial;

/**
 * Samples that a mirror, a host or a disk did not give, though nothing is wrong with what the user
 * asked for: one line, as {@link DataException}.
 */
public final class DataUnavailableException extends DataException {
  @Serial private static final long serialVersionUID = 1L;

  /** As {@link DataException#DataException(String)}. */
  public DataUnavailableException(String message) {
    super(message);
  }

  /** As {@link DataException#DataException(String, Throwable)}. */
  public DataUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
