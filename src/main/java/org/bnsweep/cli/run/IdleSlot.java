package org.bnsweep.cli.run;

/**
 * The first slot for which no trial is left, and what is begun in its place, once.
 *
 * <p>Used by one thread.
 */
final class IdleSlot {
  private final int slots;
  private final Runnable begin;
  private long left;
  private boolean begun;

  /**
   * @param trials to be trained, 1 and up
   * @param slots trials that are trained at the same time, 1 and up
   * @param begin called by the thread that tells of the trials, so it must not take long
   */
  IdleSlot(long trials, int slots, Runnable begin) {
    this.left = trials;
    this.slots = slots;
    this.begin = begin;
    beginIfIdle();
  }

  void trialFinished() {
    left--;
    beginIfIdle();
  }

  private void beginIfIdle() {
    if (left < slots && !begun) {
      begun = true;
      begin.run();
    }
  }
}
