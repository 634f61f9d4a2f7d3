package org.bnsweep.sweep.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The process that YARN starts for an application in cluster mode, with the driver in it. */
public final class ApplicationMaster {
  private ApplicationMaster() {}

  /**
   * Shows YARN that the application of this process, if it is one, has run well. One that never
   * started Spark has failed for YARN, though there may have been nothing to train: a run that is
   * complete already, or a command that only reads.
   */
  public static void endWell() {
    SparkConf conf = new SparkConf();
    if (conf.get("spark.master", "").equals("yarn")
        && conf.get("spark.submit.deployMode", "client").equals("cluster")
        && !SparkContexts.haveStarted()) {
      conf.setAppName("bnsweep");
      conf.set("spark.dynamicAllocation.enabled", "false");
      conf.set("spark.executor.instances", "0");
      new JavaSparkContext(conf).close();
    }
  }
}
