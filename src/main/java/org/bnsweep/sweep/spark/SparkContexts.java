package org.bnsweep.sweep.spark;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark contexts as sweeps want them: small, quiet, on loopback when local. */
public final class SparkContexts {
  /**
   * For every master. Any {@code spark.*} setting of spark-submit or of the JVM's properties wins.
   */
  private static final Map<String, String> COMMON =
      Map.ofEntries(
          // Records travel between driver and tasks; Kryo would need to know each of them.
          Map.entry("spark.serializer", "org.apache.spark.serializer.JavaSerializer"),
          // Results are consumed as they arrive, but the limit counts them all.
          Map.entry("spark.driver.maxResultSize", "0"),
          // What the UI keeps of a sweep of 100,000 trials.
          Map.entry("spark.ui.retainedTasks", "1000"),
          Map.entry("spark.ui.retainedStages", "20"),
          Map.entry("spark.ui.retainedJobs", "20"),
          Map.entry("spark.ui.retainedDeadExecutors", "20"),
          Map.entry("spark.ui.showConsoleProgress", "false"),
          Map.entry("spark.executorEnv.OMP_NUM_THREADS", "1"));

  private static final Map<String, String> LOCAL =
      Map.of(
          "spark.ui.enabled", "false",
          "spark.driver.host", "127.0.0.1",
          "spark.driver.bindAddress", "127.0.0.1");

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private SparkContexts() {}

  /** Whether {@link #start} has started one in this process, which may have been stopped. */
  static boolean haveStarted() {
    return STARTED.get();
  }

  /**
   * Starts Spark; where executors come and go as they are needed, asks for those of {@code slots}
   * at once.
   *
   * @param master a Spark master URL; empty for the one spark-submit was given, or {@code local[*]}
   * @param name of the application
   * @param slots that what is going to run deserves, 1 and up
   * @throws SweepException if this Spark is none that can run a sweep, or does not accept the
   *     master, or the master not us, or it has no folder for temporary files
   */
  public static JavaSparkContext start(Optional<String> master, String name, int slots) {
    UsableSpark.requireHere();
    SparkConf conf = new SparkConf().setAppName(name);
    master.ifPresent(conf::setMaster);
    UsableSpark.requireMasterOf(conf, System.getenv());
    conf.setIfMissing("spark.master", "local[*]");
    COMMON.forEach(conf::setIfMissing);
    // A standalone worker hands the driver it starts the cluster's secret this way, but Spark looks
    // for it in the settings.
    Optional.ofNullable(System.getenv("_SPARK_AUTH_SECRET"))
        .ifPresent(secret -> conf.setIfMissing("spark.authenticate.secret", secret));
    if (conf.get("spark.master").startsWith("local")) {
      LOCAL.forEach(conf::setIfMissing);
    }
    DynamicAllocation.of(conf).askFor(slots, conf);
    UsableSpark.requireSerializer(conf);
    return start(conf);
  }

  // Spark's constructor throws SparkException, a checked exception, without declaring it.
  @SuppressWarnings("CatchingUnchecked")
  private static JavaSparkContext start(SparkConf conf) {
    String master = conf.get("spark.master");
    ScratchFolders.of(conf, System.getenv()).requireOne();
    StandaloneMasters.requireListening(master);
    try {
      JavaSparkContext context = new JavaSparkContext(conf);
      STARTED.set(true);
      StandaloneMasters.requireAccepted(master, context);
      return context;
    } catch (Exception e) {
      if (e instanceof SparkException) {
        throw new SweepException(
            "cannot start Spark on master " + master + ": " + OneLine.of(e), e);
      }
      throw e;
    }
  }
}
