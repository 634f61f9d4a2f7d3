package org.bnsweep.sweep.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What the calling thread's Spark jobs are called and cancelled by, to be put back: a program with
 * a Spark of its own may have set it.
 *
 * <p>The jobs' data sets are in no scope meanwhile. A scope is a box around their one dot in the
 * UI, and to write it down as JSON keeps the first task waiting for a fifth of a second.
 */
final class JobGroup {
  private static final String SCOPE = "spark.rdd.scope";
  private static final String NO_SCOPE = "spark.rdd.scope.noOverride";

  private static final List<String> KEYS =
      List.of(
          "spark.jobGroup.id",
          "spark.job.description",
          "spark.job.interruptOnCancel",
          SCOPE,
          NO_SCOPE);

  private final JavaSparkContext context;
  private final Map<String, Optional<String>> properties = new LinkedHashMap<>();

  private JobGroup(JavaSparkContext context) {
    this.context = context;
    KEYS.forEach(key -> properties.put(key, Optional.ofNullable(context.getLocalProperty(key))));
  }

  /** That of this thread, as it is now; until it is restored, data sets are in no scope. */
  static JobGroup of(JavaSparkContext context) {
    JobGroup group = new JobGroup(context);
    context.setLocalProperty(SCOPE, null);
    context.setLocalProperty(NO_SCOPE, "true");
    return group;
  }

  /** Makes it that of this thread again. */
  void restore() {
    properties.forEach((key, value) -> context.setLocalProperty(key, value.orElse(null)));
  }
}
