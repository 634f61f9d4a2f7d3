package org.bnsweep.blas;

/** Native libraries that cannot be unpacked or loaded here; the message is one line. */
public final class NativesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NativesException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The same, thrown by whoever asks next. */
  NativesException again() {
    return new NativesException(getMessage(), getCause());
  }
}
