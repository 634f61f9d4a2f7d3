package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterWordsTest {

  @ParameterizedTest
  @CsvSource({
    "local, 0, 1, local[1]",
    "local[*], 0, 8, local[8]",
    "'local[4,3]', 0, 4, local[4]",
    "local[2], 0, 0, local",
    "spark://alice-laptop.example:7077, 2, 4, 'standalone, 2 executors, 4 cores'",
    "'spark://a:7077,b:7077', 1, 1, 'standalone, 1 executor, 1 core'",
    "spark://alice-laptop.example:7077, 0, 0, standalone",
    "yarn, 3, 12, 'yarn, 3 executors, 12 cores'",
    "k8s://https://10.0.0.1:6443, 3, 12, 'kubernetes, 3 executors, 12 cores'",
    "'local-cluster[2,1,1024]', 2, 2, 'local-cluster, 2 executors, 2 cores'",
    "mesos://alice-laptop.example:5050, 1, 2, 'another master, 1 executor, 2 cores'"
  })
  void tellsTheKindAndTheSizeAndNoAddress(String url, int executors, int cores, String words) {
    assertThat(MasterWords.of(url, executors, cores)).isEqualTo(words);
  }

  @Test
  void countsTheThreadsOfALocalMaster() {
    try (JavaSparkContext context = SparkContexts.start(Optional.of("local[3]"), "words", 1)) {
      // Spark counts them on a thread of its own, soon after the start.
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (MasterWords.of(context).equals("local") && System.nanoTime() - end < 0) {
        Thread.onSpinWait();
      }
      assertThat(MasterWords.of(context)).isEqualTo("local[3]");
    }
  }
}
