package org.bnsweep.data;

import java.io.Serial;

/**
 * Samples that a mirror, a host or a disk did not give, though nothing is wrong with what the user
 * asked for: one line, as {@link DataException}.
 */
public final class DataUnavailableException extends DataException {
  @Serial private static final long serialVersionUID = 1L;

  DataUnavailableException(String message) {
    super(message);
  }

  DataUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
