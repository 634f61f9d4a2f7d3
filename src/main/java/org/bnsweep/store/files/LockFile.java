package org.bnsweep.store.files;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a file that is a lock is called, and says in its first line: since when it is held. And what
 * is said to those who do not have it.
 */
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

  /** The refusal of a second run. */
  static RunRefusedException held(RunFiles files, String since) {
    return new RunRefusedException(
        "another run is writing to "
            + files.location()
            + " since "
            + since
            + "; wait for its end, or choose another --out");
  }

  /** The failure of a run that was taken for dead. */
  static StoreException takenOver(RunFiles files, Duration patience) {
    return new StoreException(
        "another run took over "
            + files.location()
            + ", as this one gave no sign of life for "
            + patience.toSeconds()
            + " s; trials recorded before are safe");
  }
}
