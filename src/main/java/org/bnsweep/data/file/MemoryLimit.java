package org.bnsweep.data.file;

import java.util.Locale;
import org.bnsweep.data.DataException;

/** What of a file fits into the memory that Java has; looked at before it is taken. */
public final class MemoryLimit {
  /** Numbers are collected, and then put together. */
  private static final int COPIES = 2;

  private MemoryLimit() {}

  /** Whether so many bytes can be kept, and as many again while they are collected. */
  public static boolean fits(long bytes) {
    return bytes <= most();
  }

  /** So many bytes can be kept. */
  public static long most() {
    return Runtime.getRuntime().maxMemory() / COPIES;
  }

  /**
   * Refuses to go on collecting.
   *
   * @param bytes of {@code file} that would be kept
   * @throws DataException if twice as many do not fit
   */
  public static void check(DataFile file, long bytes) {
    check(file.name(), bytes);
  }

  /** As {@link #check(DataFile, long)}, for what was read from the file of this name. */
  public static void check(String file, long bytes) {
    if (!fits(bytes)) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: takes more than %d MB, twice as much while it is read, and Java has %d;"
                  + " take fewer samples without data.select, or give it more with -Xmx",
              file,
              bytes >> 20,
              Runtime.getRuntime().maxMemory() >> 20));
    }
  }
}
