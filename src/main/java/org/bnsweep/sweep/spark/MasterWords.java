package org.bnsweep.sweep.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.status.api.v1.ExecutorSummary;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Where a sweep ran, in words that can be passed on: what kind of master and how large, never its
 * address, which names a host.
 */
public final class MasterWords {
  private static final String DRIVER = "driver";

  private MasterWords() {}

  /**
   * The words for {@code context}, with the executors it has at the moment: {@code local[2]},
   * {@code standalone, 2 executors, 8 cores}.
   */
  public static String of(JavaSparkContext context) {
    List<ExecutorSummary> all =
        CollectionConverters.asJava(context.sc().statusStore().executorList(true));
    String master = context.master();
    boolean local = isLocal(master);
    List<ExecutorSummary> working =
        all.stream().filter(e -> e.id().equals(DRIVER) == local).toList();
    int cores = working.stream().mapToInt(ExecutorSummary::totalCores).sum();
    return of(master, working.size(), cores);
  }

  /**
   * The words for a master.
   *
   * @param url of it
   * @param executors 0 if not known
   * @param cores of all executors together, of this process if the master is local; 0 if not known
   */
  static String of(String url, int executors, int cores) {
    if (isLocal(url)) {
      return cores > 0 ? "local[" + cores + "]" : "local";
    }
    String kind = kind(url);
    return executors > 0
        ? kind + ", " + count(executors, "executor") + ", " + count(cores, "core")
        : kind;
  }

  /** Whether tasks run in the driver; {@code local-cluster[...]} starts executors. */
  private static boolean isLocal(String url) {
    return url.equals("local") || url.startsWith("local[");
  }

  private static String kind(String url) {
    if (url.startsWith("spark://")) {
      return "standalone";
    }
    if (url.startsWith("k8s://")) {
      return "kubernetes";
    }
    if (url.startsWith("local-cluster")) {
      return "local-cluster";
    }
    return url.equals("yarn") ? "yarn" : "another master";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
