package org.bnsweep.store.files;

/** A store in which one run cannot keep out another; the message says why. */
final class UnlockableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnlockableException(String message) {
    super(message);
  }
}
