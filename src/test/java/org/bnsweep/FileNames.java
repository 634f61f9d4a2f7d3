package org.bnsweep;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What names files can have in the locale of this JVM. */
public final class FileNames {
  private FileNames() {}

  /**
   * Skips a test whose files have letters that the locale lacks, as {@code LC_ALL=C} does; the
   * launchers choose another, and {@code OtherEnvironmentsIT} has them run without.
   */
  public static void assumeAnyLetter() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    assumeTrue(
        Charset.forName(encoding).equals(StandardCharsets.UTF_8),
        "names of files are " + encoding + " here, must be UTF-8");
  }
}
