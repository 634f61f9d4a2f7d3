package org.bnsweep.data;

import java.io.Serial;

/** Samples that no mirror gave, whatever the user asked for: one line, as {@link DataException}. */
public final class DownloadException extends DataException {
  @Serial private static final long serialVersionUID = 1L;

  DownloadException(String message) {
    super(message);
  }
}
