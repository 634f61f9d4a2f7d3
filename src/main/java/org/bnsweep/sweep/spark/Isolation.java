package org.bnsweep.sweep.spark;

/**
 * How close together trials are run: what one round cannot settle goes to the next.
 *
 * <p>A trial that ends its process takes with it whatever else the process was training, and Spark
 * cannot tell the culprit from its neighbours. So a task that was lost often enough gives up and
 * names its trials; those are trained again one per task, and what is lost even then one at a time
 * on the whole cluster, where a loss can have no other cause. Most sweeps end with the first round.
 */
enum Isolation {
  /** As many trials per task as the caller wants, all cores busy. */
  TOGETHER(2),
  /** One trial per task, all cores busy. */
  SINGLY(2),
  /** One trial at a time, one job each; its verdict is final. */
  ALONE(3);

  /**
   * Executors lost with a task after which it gives up. Below 4, the default of {@code
   * spark.task.maxFailures}, so that Spark does not abort the job first.
   */
  final int lossesAllowed;

  Isolation(int lossesAllowed) {
    this.lossesAllowed = lossesAllowed;
  }
}
