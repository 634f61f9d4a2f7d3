package org.bnsweep.files;

import java.io.IOException;

/** A URI that no file system here can open, in one line. */
public final class NoFileSystemException extends IOException {
  private static final long serialVersionUID = 1L;

  NoFileSystemException(String message, Throwable cause) {
    super(message, cause);
  }
}
