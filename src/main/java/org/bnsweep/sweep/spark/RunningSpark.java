package org.bnsweep.sweep.spark;

import java.util.Optional;
import org.apache.spark.SparkContext$;
import org.apache.spark.api.java.JavaSparkContext;

/** The Spark that somebody else has started in this process, as notebooks and shells do. */
public final class RunningSpark {
  private RunningSpark() {}

  /** Its context, if there is one that has not been stopped. */
  public static Optional<JavaSparkContext> find() {
    return Optional.ofNullable(SparkContext$.MODULE$.getActive().getOrElse(() -> null))
        .filter(context -> !context.isStopped())
        .map(JavaSparkContext::fromSparkContext);
  }
}
