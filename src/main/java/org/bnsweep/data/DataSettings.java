package org.bnsweep.data;

/**
 * Which samples a run uses.
 *
 * @param source {@value #EMBEDDED}, or a file or folder of samples, a path or a URI
 * @param trainSize so many training samples, 1 and up
 * @param testSize so many test samples, 0 for none
 * @param selection which ones
 * @param reading how the files are to be understood
 */
public record DataSettings(
    String source, int trainSize, int testSize, Selection selection, Reading reading) {
  /** The source that comes with the program: 1000 training and 1000 test samples. */
  public static final String EMBEDDED = "embedded";

  /**
   * @throws IllegalArgumentException naming the setting, its value and the range
   */
  public DataSettings {
    check(!source.isBlank(), "source", "\"" + source + "\"", "embedded, or a file, folder or URI");
    check(trainSize >= 1, "train_size", trainSize, "1 or more");
    check(testSize >= 0, "test_size", testSize, "0 or more");
  }

  /** The first samples, their files understood as they are. */
  public DataSettings(String source, int trainSize, int testSize) {
    this(source, trainSize, testSize, Selection.DEFAULT, Reading.DEFAULT);
  }

  /** The same of other sizes. */
  public DataSettings sized(int train, int test) {
    return new DataSettings(source, train, test, selection, reading);
  }

  static void check(boolean good, String key, Object value, String expected) {
    if (!good) {
      throw new IllegalArgumentException("data." + key + " is " + value + ", must be " + expected);
    }
  }
}
