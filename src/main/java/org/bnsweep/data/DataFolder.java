package org.bnsweep.data;

/** A place with the four MNIST files. */
interface DataFolder {

  /**
   * The file {@code name}, plain or with the suffix {@code .gz}.
   *
   * @throws DataException if there is neither
   */
  DataFile file(String name);

  /** What helps whoever needs more samples than there are here; appended to a message. */
  String hint();
}
