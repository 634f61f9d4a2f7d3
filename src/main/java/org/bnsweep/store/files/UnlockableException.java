package org.bnsweep.store.files;

/** A store that creates an object whether there is one or not, so that no run keeps others out. */
final class UnlockableException extends Exception {
  private static final long serialVersionUID = 1L;
}
