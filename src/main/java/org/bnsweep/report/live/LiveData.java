package org.bnsweep.report.live;

import java.util.Optional;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;

/**
 * What the page of a run shows at the moment: condensed when somebody asks and it has changed, but
 * at most for a tenth of the time.
 */
final class LiveData {
  private static final long LEAST_NANOS = 500_000_000;
  private static final long SHARE = 10;

  private final LiveRun run;
  private Optional<RunSource> results = Optional.empty();
  private Optional<RunData> latest = Optional.empty();
  private boolean complete;
  private long version = -1;
  private long next = System.nanoTime();

  LiveData(LiveRun run) {
    this.run = run;
  }

  /** Shows {@code results}, of which nothing changes any more, instead of the trials so far. */
  synchronized void finished(RunSource results) {
    this.results = Optional.of(results);
    version = -1;
    next = System.nanoTime();
  }

  /** The data, perhaps a little old; empty until a trial has finished. */
  synchronized Optional<RunData> latest() {
    LiveProgress progress = run.progress();
    long start = System.nanoTime();
    // The last trials are not to wait: there may be nobody to ask later.
    boolean early =
        progress.phase() == LiveProgress.Phase.TRAINING && latest.isPresent() && start - next < 0;
    if (complete || early || progress.version() == version) {
      return latest;
    }
    version = progress.version();
    if (results.isPresent() || progress.hasTrials()) {
      latest = Optional.of(results.map(RunDataReader::read).orElseGet(run::soFar));
      complete = results.isPresent();
    }
    long now = System.nanoTime();
    next = now + Math.max(LEAST_NANOS, SHARE * (now - start));
    return latest;
  }
}
