package org.bnsweep.sweep.spark;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;

/** Where a sweep has its Spark from. */
public sealed interface SparkSource {

  /** Hadoop's settings, with which every file of the sweep is opened. */
  Configuration hadoop();

  /**
   * The context.
   *
   * @param name of the application, where it is the sweep's own
   * @param slots that the sweep deserves, 1 and up
   * @throws SweepException if there is none that can run a sweep
   */
  JavaSparkContext context(String name, int slots);

  /** Takes note that the sweep needs {@code context} no more. */
  void release(JavaSparkContext context);

  /**
   * The Spark of this process: the one that runs already, or one that the sweep starts and stops.
   *
   * @param master a Spark master URL; empty for the one spark-submit was given, or {@code local[*]}
   * @throws SweepException if {@code master} is given where a Spark runs already
   */
  static SparkSource here(Optional<String> master, Configuration hadoop) {
    Optional<JavaSparkContext> running = RunningSpark.find();
    if (running.isPresent() && master.isPresent()) {
      throw new SweepException(
          "--master is "
              + master.get()
              + ", but this process has a SparkContext on "
              + running.get().master()
              + " already, which is used; leave --master out",
          new IllegalStateException("a SparkContext is running"));
    }
    return running
        .<SparkSource>map(context -> new Running(context, hadoop))
        .orElseGet(() -> new Own(master, hadoop));
  }

  /** The Spark of {@code context}, which is left running, and its settings of Hadoop. */
  static SparkSource of(JavaSparkContext context) {
    return new Running(context, HadoopSettings.of(context));
  }

  /**
   * Started for the sweep, and stopped after it.
   *
   * @param master as {@link SparkContexts#start} takes it
   */
  record Own(Optional<String> master, Configuration hadoop) implements SparkSource {
    @Override
    public JavaSparkContext context(String name, int slots) {
      return SparkContexts.start(master, name, slots);
    }

    @Override
    public void release(JavaSparkContext context) {
      context.close();
    }
  }

  /** Somebody else's. */
  record Running(JavaSparkContext context, Configuration hadoop) implements SparkSource {
    @Override
    public JavaSparkContext context(String name, int slots) {
      UsableSpark.requireHere();
      UsableSpark.requireSerializer(context.getConf());
      return context;
    }

    @Override
    public void release(JavaSparkContext context) {
      // Not ours to stop.
    }
  }
}
