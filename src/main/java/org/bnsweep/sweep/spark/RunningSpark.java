package org.bnsweep.sweep.spark;

import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Option;

/** The Spark that somebody else has started in this process, as notebooks and shells do. */
public final class RunningSpark {
  private RunningSpark() {}

  /** Its context, if there is one that has not been stopped. */
  public static Optional<JavaSparkContext> find() {
    Option<SparkContext> active = SparkContext$.MODULE$.getActive();
    return active.isEmpty() || active.get().isStopped()
        ? Optional.empty()
        : Optional.of(JavaSparkContext.fromSparkContext(active.get()));
  }
}
