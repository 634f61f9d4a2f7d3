package org.bnsweep.data;

import java.io.Serializable;

/**
 * Which samples a run uses.
 *
 * @param source {@value #EMBEDDED}, or a folder or URI with the four MNIST files
 * @param trainSize the first so many training samples, 1 and up
 * @param testSize the first so many test samples, 0 for none
 */
public record DataSettings(String source, int trainSize, int testSize) implements Serializable {
  /** The source that comes with the program: 1000 training and 1000 test samples. */
  public static final String EMBEDDED = "embedded";

  /**
   * @throws IllegalArgumentException naming the setting, its value and the range
   */
  public DataSettings {
    check(!source.isBlank(), "source", "\"" + source + "\"", "embedded, or a folder or URI");
    check(trainSize >= 1, "train_size", trainSize, "1 or more");
    check(testSize >= 0, "test_size", testSize, "0 or more");
  }

  private static void check(boolean good, String key, Object value, String expected) {
    if (!good) {
      throw new IllegalArgumentException("data." + key + " is " + value + ", must be " + expected);
    }
  }
}
