package org.bnsweep.sweep.spark;

import java.time.Duration;
import org.bnsweep.watch.Patience;
import org.bnsweep.watch.Step;
import org.bnsweep.watch.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch over the trials of a process, whose log says which has been in training for long. */
record TrialWatch(Watch watch, Patience patience) {
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(TrialWatch.class);
  private static final TrialWatch OF_THIS_PROCESS =
      new TrialWatch(Watch.start(LOG::warn), new Patience(LEAST_PATIENCE));

  /** The one of this process, which watches until the process ends. */
  static TrialWatch ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /**
   * Begins a trial; if it is the first of the process, it also loads the native libraries.
   *
   * @param index in its sweep
   * @param expectedSeconds about what a trial takes
   */
  Step begin(long index, double expectedSeconds) {
    patience.expect(expectedSeconds);
    return watch.step("trial " + index + " has been training", patience);
  }
}
