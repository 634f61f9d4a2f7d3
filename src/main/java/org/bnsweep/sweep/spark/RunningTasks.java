package org.bnsweep.sweep.spark;

import java.util.Arrays;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.api.java.JavaSparkContext;

/** How many tasks are at work, in words. */
public final class RunningTasks {
  private RunningTasks() {}

  /** The words for {@code context} at the moment: {@code 2 tasks are running}. */
  public static String words(JavaSparkContext context) {
    SparkExecutorInfo[] executors = context.sc().statusTracker().getExecutorInfos();
    return words(Arrays.stream(executors).mapToInt(SparkExecutorInfo::numRunningTasks).sum());
  }

  static String words(int tasks) {
    return switch (tasks) {
      case 0 -> "no task is running";
      case 1 -> "1 task is running";
      default -> tasks + " tasks are running";
    };
  }
}
