package org.bnsweep.store.files;

/** The lock of a folder that nobody is kept out of, by the user's choice. */
final class NoLock implements RunLock {
  @Override
  public void check() {
    // There is nothing to lose.
  }

  @Override
  public void close() {
    // There is nothing to give back.
  }
}
