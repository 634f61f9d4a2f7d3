package org.bnsweep.data.file;

import java.util.Locale;
import org.bnsweep.data.DataException;

/** What of a file fits into the memory that Java has; looked at before it is taken. */
public final class MemoryLimit {
  /** Numbers are collected, and then put together. */
  private static final int COPIES = 2;

  private MemoryLimit() {}

  /**
   * Refuses to go on collecting.
   *
   * @param bytes of {@code file} that would be kept
   * @throws DataException if twice as many do not fit
   */
  public static void check(DataFile file, long bytes) {
    long memory = Runtime.getRuntime().maxMemory();
    if (bytes > memory / COPIES) {
      throw file.error(
          String.format(
              Locale.ROOT,
              "takes more than %d MB, twice as much while it is read, and Java has %d;"
                  + " take fewer samples without data.select, or give it more with -Xmx",
              bytes >> 20,
              memory >> 20));
    }
  }
}
