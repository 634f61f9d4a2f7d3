package org.bnsweep.sweep.spark;

import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Hadoop's settings as Spark has them: the files in {@code HADOOP_CONF_DIR}, over them {@code
 * spark.hadoop.*} of spark-submit or of this JVM's properties, and over these what the user gave.
 */
public final class HadoopSettings {
  private static final String PREFIX = "spark.hadoop.";

  private HadoopSettings() {}

  /**
   * The settings of this process; those of its Spark if that runs already.
   *
   * @param given by name, with {@code spark.hadoop.} before it or without
   * @throws SweepException if one of {@code given} is a setting of Spark's
   */
  public static Configuration with(Map<String, String> given) {
    Configuration settings =
        RunningSpark.find()
            .map(HadoopSettings::of)
            .orElseGet(() -> SparkHadoopUtil.get().newConfiguration(new SparkConf()));
    given.forEach((key, value) -> settings.set(name(key), value));
    return settings;
  }

  /** Those of {@code context}, to which nobody else adds. */
  static Configuration of(JavaSparkContext context) {
    return new Configuration(context.hadoopConfiguration());
  }

  private static String name(String key) {
    Optional<String> hadoops =
        key.startsWith(PREFIX) ? Optional.of(key.substring(PREFIX.length())) : Optional.empty();
    if (hadoops.isEmpty() && key.startsWith("spark.")) {
      throw new SweepException(
          "--conf has "
              + key
              + ", must be a setting of Hadoop's, such as fs.s3a.endpoint; those of Spark are"
              + " spark-submit's",
          new IllegalArgumentException(key));
    }
    return hadoops.orElse(key);
  }
}
