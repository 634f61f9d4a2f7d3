package org.bnsweep.cli.run;

/**
 * The first slot for which no trial is left, and what is done in its place, once and beside the
 * last trials.
 *
 * <p>Used by one thread.
 */
final class IdleSlot {
  private final int slots;
  private final Runnable work;
  private long left;
  private boolean begun;

  /**
   * @param trials to be trained, 1 and up
   * @param slots trials that are trained at the same time, 1 and up
   * @param work run in a thread of its own, which nobody waits for
   */
  IdleSlot(long trials, int slots, Runnable work) {
    this.left = trials;
    this.slots = slots;
    this.work = work;
    beginIfIdle();
  }

  void trialFinished() {
    left--;
    beginIfIdle();
  }

  private void beginIfIdle() {
    if (left < slots && !begun) {
      begun = true;
      Thread thread = new Thread(work, "ahead");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
