package org.bnsweep.sweep;

/**
 * How far a sweep is, and how long it will take.
 *
 * <p>The results of a task arrive together, and at any moment every slot is at work on one. So the
 * trials in flight count as half done: without that, the first result of the first task would be
 * all there is to show for the time until then, and the time left a hundred times too long.
 *
 * @param total trials to train
 * @param inFlight trials that are being trained while there are enough: slots times trials per
 *     task; 0 if not known
 * @param done trials finished
 * @param seconds since the first began
 */
public record SweepProgress(long total, long inFlight, long done, double seconds) {

  /** Trials done, and half of those in flight. */
  private double trials() {
    return done + Math.min(inFlight, total - done) / 2.0;
  }

  /** Seconds until all are done, if the others are like those so far; 0 if there are none yet. */
  public double secondsLeft() {
    double trials = trials();
    return trials == 0 ? 0 : seconds / trials * (total - trials);
  }

  /** Trials per second; NaN or infinite at the very start. */
  public double rate() {
    return trials() / seconds;
  }
}
