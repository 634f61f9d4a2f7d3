package org.bnsweep.data.fetch;

import java.time.Duration;
import java.util.Locale;

/**
 * What a download may cost before it is given up.
 *
 * @param attempts per file and mirror, 1 and up
 * @param pause before the second attempt; before the third twice as long, and so on
 * @param stall without a byte received ends an attempt
 * @param total for all files, everything included
 */
public record DownloadLimits(int attempts, Duration pause, Duration stall, Duration total) {
  /** Patient enough for 50 MB over a slow line, and for EMNIST's 560 over a good one. */
  public static final DownloadLimits DEFAULT =
      new DownloadLimits(4, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(15));

  /**
   * @throws IllegalArgumentException unless there is an attempt and all durations are above 0
   */
  public DownloadLimits {
    if (attempts < 1 || !positive(pause) || !positive(stall) || !positive(total)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "limits are %d attempts, pause %s, stall %s, total %s; all must be above 0",
              attempts,
              pause,
              stall,
              total));
    }
  }

  private static boolean positive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
