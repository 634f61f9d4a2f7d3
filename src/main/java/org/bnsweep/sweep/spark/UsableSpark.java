package org.bnsweep.sweep.spark;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/**
 * The Sparks that sweeps run on: 3.5 and newer, built for Scala 2.13, and the cluster itself rather
 * than Spark Connect, which takes queries and no program's tasks.
 */
final class UsableSpark {
  private static final int OLDEST_MAJOR = 3;
  private static final int OLDEST_MINOR = 5;
  private static final String SCALA = "2.13";
  private static final String SERIALIZER = "spark.serializer";
  private static final String JAVA = "org.apache.spark.serializer.JavaSerializer";

  private UsableSpark() {}

  /**
   * Makes sure that the Spark of this process is one of them.
   *
   * @throws SweepException if it is not
   */
  static void requireHere() {
    require(
        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
        scala.util.Properties.versionNumberString());
  }

  static void require(String spark, String scala) {
    if (!scala.startsWith(SCALA + ".") || isTooOld(spark)) {
      throw new SweepException(
          "this is Spark "
              + spark
              + " with Scala "
              + scala
              + ", must be Spark 3.5 or newer with Scala "
              + SCALA,
          new IllegalStateException("Spark " + spark));
    }
  }

  /**
   * Makes sure that results can travel.
   *
   * @throws SweepException if {@code conf} has a serializer that knows no records, as Kryo
   */
  static void requireSerializer(SparkConf conf) {
    String serializer = conf.get(SERIALIZER, JAVA);
    if (!serializer.equals(JAVA)) {
      throw new SweepException(
          SERIALIZER + " is " + serializer + ", must be " + JAVA + " when Spark is started",
          new IllegalStateException(serializer));
    }
  }

  private static boolean isTooOld(String version) {
    // Versions of vendors go on with words of theirs.
    String[] parts = version.split("[^0-9]+", 3);
    int major = Integer.parseInt(parts[0]);
    int minor = Integer.parseInt(parts[1]);
    return major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR);
  }

  /**
   * Makes sure that what {@code conf} or the environment names is a master.
   *
   * @throws SweepException if it is a server of Spark Connect
   */
  static void requireMasterOf(SparkConf conf, Map<String, String> environment) {
    Optional<String> master = Optional.ofNullable(conf.get("spark.master", null));
    Stream<String> named =
        master.isPresent()
            ? master.stream()
            : Stream.of(conf.get("spark.remote", null), environment.get("SPARK_REMOTE"));
    named
        .filter(address -> address != null && address.startsWith("sc://"))
        .findFirst()
        .ifPresent(
            address -> {
              throw new SweepException(
                  address
                      + " is Spark Connect, which runs no tasks of programs; --master must be the"
                      + " cluster itself: spark://host:port, yarn, k8s://https://host:port or"
                      + " local[N]",
                  new IllegalStateException("Spark Connect"));
            });
  }
}
