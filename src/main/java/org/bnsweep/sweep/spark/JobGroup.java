package org.bnsweep.sweep.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What the calling thread's Spark jobs are called and cancelled by, to be put back: a program with
 * a Spark of its own may have set it.
 */
final class JobGroup {
  private static final List<String> KEYS =
      List.of("spark.jobGroup.id", "spark.job.description", "spark.job.interruptOnCancel");

  private final JavaSparkContext context;
  private final Map<String, Optional<String>> properties = new LinkedHashMap<>();

  private JobGroup(JavaSparkContext context) {
    this.context = context;
    KEYS.forEach(key -> properties.put(key, Optional.ofNullable(context.getLocalProperty(key))));
  }

  /** That of this thread, as it is now. */
  static JobGroup of(JavaSparkContext context) {
    return new JobGroup(context);
  }

  /** Makes it that of this thread again. */
  void restore() {
    properties.forEach((key, value) -> context.setLocalProperty(key, value.orElse(null)));
  }
}
