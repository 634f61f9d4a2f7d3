package org.bnsweep.store.files;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a file that is a lock is called, and says in its first line: since when it is held. */
final class LockFile {
  private LockFile() {}

  static String name(int number) {
    return String.format(Locale.ROOT, ".lock-%06d", number);
  }

  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Since when, by its {@code content}, for a message; it may not be written yet. */
  static String since(String content) {
    return content.isBlank() ? "just now" : content.lines().findFirst().orElseThrow();
  }
}
