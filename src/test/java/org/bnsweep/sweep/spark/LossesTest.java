package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.Success$;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskContextImpl;
import org.apache.spark.TaskEndReason;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.TaskInfo;
import org.apache.spark.scheduler.TaskLocality;
import org.bnsweep.sweep.spark.Losses.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.Option;
import scala.collection.immutable.Map$;

/** What counts as the loss of an executor, and when a task is told. */
@Timeout(60)
class LossesTest {
  private static final int STAGE = 900;
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static JavaSparkContext context;
  private static Losses ofTheDriver;
  private Losses losses;

  @BeforeAll
  static void startSpark() {
    context = SparkContexts.start(Optional.of("local[1]"), "LossesTest", 1);
  }

  @AfterAll
  static void stopSpark() {
    context.close();
  }

  @BeforeEach
  void count() {
    losses = Losses.of(context.sc());
    losses.close();
  }

  private static TaskInfo attempt(int number) {
    return new TaskInfo(
        number, 3, number, 3, 0, "1", "host", TaskLocality.ANY(), /* speculative= */ number > 1);
  }

  private void begins(int number) {
    losses.onTaskStart(new SparkListenerTaskStart(STAGE, 0, attempt(number)));
  }

  private void ends(int number, TaskEndReason reason) {
    losses.onTaskEnd(
        new SparkListenerTaskEnd(STAGE, 0, "ResultTask", reason, attempt(number), null, null));
  }

  private static TaskEndReason lost(boolean causedByTheTask) {
    return new ExecutorLostFailure("1", causedByTheTask, Option.apply("gone"));
  }

  private List<Integer> answersTo(int attempt) {
    List<Integer> answers = new ArrayList<>();
    losses.ask(new Task(STAGE, 3), attempt, answers::add);
    return answers;
  }

  @Test
  void countsExecutorsThatEndedWithTheTask() {
    ends(0, lost(true));
    begins(1);
    ends(1, lost(true));
    begins(2);

    assertThat(answersTo(2)).containsExactly(2);
  }

  @Test
  void anExecutorThatAnnouncesItsEndIsNoLoss() {
    // As Spark tells of decommissioned executors, and of those that it ended itself.
    ends(0, lost(false));
    begins(1);
    ends(1, lost(false));
    begins(2);

    assertThat(answersTo(2)).containsExactly(0);
  }

  @Test
  void aCopyBySpeculationIsNoLoss() {
    ends(0, lost(true));
    begins(1);
    begins(2);

    assertThat(answersTo(2)).containsExactly(1);
  }

  @Test
  void answersWhenTheBeginningOfTheAttemptIsKnown() {
    List<Integer> answers = answersTo(2);
    assertThat(answers).isEmpty();

    ends(0, lost(true));
    begins(1);
    ends(1, lost(true));
    assertThat(answers).isEmpty();
    begins(2);

    assertThat(answers).containsExactly(2);
  }

  @Test
  void aTaskAsksItsDriver() {
    try (Losses counting = Losses.of(context.sc())) {
      String name = counting.name();
      ofTheDriver = counting;

      List<Integer> answers =
          context
              .parallelize(List.of(1), 1)
              .map(
                  x -> {
                    // Tasks of local[1] run in this process.
                    ofTheDriver.lost(new Task(TaskContext.get().stageId(), 0));
                    return LossesEndpoint.ask(name, TaskContext.get());
                  })
              .collect();

      assertThat(answers).containsExactly(1);
    }
  }

  /** Outside of Spark's tasks, all of which begin. */
  private static TaskContextImpl task(int attempt) {
    return new TaskContextImpl(
        STAGE,
        0,
        3,
        attempt,
        attempt,
        4,
        null,
        new Properties(),
        null,
        null,
        1,
        Map$.MODULE$.empty());
  }

  @Test
  void whereTheDriverDoesNotListenNothingIsLost() {
    assertThat(LossesEndpoint.ask("bnsweep-losses-of-nobody", task(2), PATIENCE)).isZero();
  }

  @Test
  void whereTheBeginningOfTheAttemptNeverComesNothingIsLost() {
    try (Losses counting = Losses.of(context.sc())) {
      counting.lost(new Task(STAGE, 3));

      assertThat(LossesEndpoint.ask(counting.name(), task(2), PATIENCE)).isZero();
    }
  }

  @Test
  void aTaskThatIsKilledMeanwhileEndsThere() {
    TaskContextImpl killed = task(2);
    killed.markInterrupted("no longer needed");

    assertThatThrownBy(() -> LossesEndpoint.ask("bnsweep-losses-of-nobody", killed, PATIENCE))
        .isInstanceOf(TaskKilledException.class);
  }

  @Test
  void aStageThatEndsLeavesNoQuestionOpen() {
    List<Integer> answers = answersTo(2);
    ends(0, lost(true));

    losses.forget(STAGE);

    assertThat(answers).containsExactly(1);
    // Nor does an attempt that outlives it.
    assertThat(answersTo(3)).containsExactly(0);
  }

  @Test
  void anAttemptThatEndsWellIsNoLoss() {
    ends(0, Success$.MODULE$);
    begins(1);

    assertThat(answersTo(1)).containsExactly(0);
  }
}
