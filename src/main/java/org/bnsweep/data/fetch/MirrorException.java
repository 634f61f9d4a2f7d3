package org.bnsweep.data.fetch;

import java.io.Serial;

/** A mirror that will not give the file, however often it is asked. */
final class MirrorException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  MirrorException(String reason) {
    super(reason);
  }
}
