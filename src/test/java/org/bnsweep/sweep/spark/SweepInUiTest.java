package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.bnsweep.sweep.SweepPlan;
import org.bnsweep.sweep.TaskSizes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark's own page shows of a sweep. */
@Timeout(120)
class SweepInUiTest {
  private static JavaSparkContext context;

  @BeforeAll
  static void startSpark() {
    context = SparkContexts.start(Optional.of("local[2]"), "SweepInUiTest", 1);
  }

  @AfterAll
  static void stopSpark() {
    context.close();
  }

  @Test
  void dataSetsAreInNoScope() throws InterruptedException {
    BlockingQueue<Boolean> scoped = new LinkedBlockingQueue<>();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart start) {
            if ("unscoped".equals(start.properties().getProperty("spark.jobGroup.id"))) {
              CollectionConverters.asJava(start.stageInfos()).stream()
                  .flatMap(stage -> CollectionConverters.asJava(stage.rddInfos()).stream())
                  .forEach(data -> scoped.add(data.scope().isDefined()));
            }
          }
        };
    context.sc().addSparkListener(listener);
    train("unscoped", 2, (trials, slots) -> SweepPlan.of(trials, slots, 1, 2));

    assertThat(scoped.poll(60, TimeUnit.SECONDS)).isFalse();
    context.sc().removeSparkListener(listener);
  }

  @Test
  void showsTheSweepAndItsTrialsInTheUi() throws InterruptedException {
    BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    SparkListener listener =
        new SparkListener() {
          // A new listener is told what is left of the test before, too.
          private final Set<Integer> stages = new HashSet<>();

          @Override
          public void onJobStart(SparkListenerJobStart start) {
            if ("shown".equals(start.properties().getProperty("spark.jobGroup.id"))) {
              shown.add(start.properties().getProperty("spark.job.description"));
              CollectionConverters.asJava(start.stageIds())
                  .forEach(stage -> stages.add((Integer) stage));
            }
          }

          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            if (stages.contains(end.stageId())) {
              CollectionConverters.asJava(end.taskInfo().accumulables()).stream()
                  .filter(accumulable -> accumulable.name().contains("trials"))
                  .forEach(accumulable -> shown.add(accumulable.update().get().toString()));
            }
          }
        };
    context.sc().addSparkListener(listener);
    train("shown", 5, (trials, slots) -> SweepPlan.of(trials, slots, 1, 2).withTrialsPerTask(2));

    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      seen.add(shown.poll(20, TimeUnit.SECONDS));
    }
    context.sc().removeSparkListener(listener);
    assertThat(seen).containsExactlyInAnyOrder("shown: 5 trials", "0..1", "2..3", "4");
  }

  @Test
  void showsWhichTrialsEachOfSeveralJobsHas() throws InterruptedException {
    BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart start) {
            if ("parts".equals(start.properties().getProperty("spark.jobGroup.id"))) {
              shown.add(start.properties().getProperty("spark.job.description"));
            }
          }
        };
    context.sc().addSparkListener(listener);
    // Long trials: four tasks for each of the two slots, and the rest.
    train("parts", 11, (trials, slots) -> SweepPlan.of(trials, slots, 100, 2));

    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      seen.add(shown.poll(20, TimeUnit.SECONDS));
    }
    context.sc().removeSparkListener(listener);
    assertThat(seen).containsExactly("parts: trials 0..7 of 11", "parts: trials 8..10 of 11");
  }

  private static void train(String name, int trials, TaskSizes sizes) throws InterruptedException {
    new SparkSweep(context, (dataset, epochs, h) -> Fakes.curves(0))
        .train(Fakes.sweep(name, trials), sizes, result -> {});
  }
}
