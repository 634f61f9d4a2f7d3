package org.bnsweep.sweep.spark;

import org.apache.spark.SparkConf;

/**
 * How far a cluster gives and takes executors as they are needed.
 *
 * <p>Spark asks for one, two, four more as tasks wait, a second apart, and as many as there are
 * tasks of submitted jobs. So a sweep on a cold cluster, which has no slot yet, must say itself
 * what it deserves: by the executors to begin with, and by jobs that have work for all of them.
 *
 * @param most executors; 0 if they are not given and taken
 * @param slotsPerExecutor tasks that one runs at the same time
 */
record DynamicAllocation(int most, int slotsPerExecutor) {
  private static final String PREFIX = "spark.dynamicAllocation.";
  private static final String INITIAL = PREFIX + "initialExecutors";

  static DynamicAllocation of(SparkConf conf) {
    int cores = conf.getInt("spark.executor.cores", 1);
    int most =
        conf.getBoolean(PREFIX + "enabled", false)
            ? Math.max(1, conf.getInt(PREFIX + "maxExecutors", Integer.MAX_VALUE))
            : 0;
    return new DynamicAllocation(most, Math.max(1, cores / conf.getInt("spark.task.cpus", 1)));
  }

  /** Slots to reckon with, of {@code deserved} ones, where there are {@code now} at the moment. */
  int slots(int now, int deserved) {
    return (int) Math.max(now, Math.min(deserved, (long) most * slotsPerExecutor));
  }

  /**
   * Asks for the executors of {@code deserved} slots when Spark starts, unless the user has said
   * how many.
   */
  void askFor(int deserved, SparkConf conf) {
    boolean unsaid = !conf.contains(INITIAL) && !conf.contains("spark.executor.instances");
    if (most > 0 && unsaid) {
      int least = Math.min(most, conf.getInt(PREFIX + "minExecutors", 0));
      int executors = (deserved - 1) / slotsPerExecutor + 1;
      conf.set(INITIAL, Integer.toString(Math.max(least, Math.min(most, executors))));
    }
  }
}
