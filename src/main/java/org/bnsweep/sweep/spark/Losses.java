package org.bnsweep.sweep.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/**
 * How many executors were lost with each task in them.
 *
 * <p>Spark's number of an attempt does not tell: copies by speculation have one, and attempts whose
 * executor announced its end, as a host that is taken away does, or was ended by Spark. Only the
 * driver knows, so a task that may have to give up asks it.
 */
final class Losses extends SparkListener implements AutoCloseable {

  /** A task of a job: an attempt at it is one of its tries. */
  record Task(int stage, int partition) {}

  private record Question(int attempt, IntConsumer answer) {}

  private final SparkContext context;
  private final RpcEndpointRef endpoint;
  private final String name;
  private final Map<Task, Integer> lost = new HashMap<>();
  private final Map<Task, Integer> begun = new HashMap<>();
  private final Map<Task, List<Question>> questions = new HashMap<>();
  private final Set<Integer> ended = new HashSet<>();

  private Losses(SparkContext context, String name) {
    this.context = context;
    this.name = name;
    this.endpoint =
        context
            .env()
            .rpcEnv()
            .setupEndpoint(name, new LossesEndpoint(context.env().rpcEnv(), this));
  }

  /** Counts those of {@code context} until it is closed. */
  static Losses of(SparkContext context) {
    Losses losses = new Losses(context, "bnsweep-losses-" + UUID.randomUUID());
    context.addSparkListener(losses);
    return losses;
  }

  /** The name by which {@link LossesEndpoint#ask} finds it. */
  String name() {
    return name;
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart start) {
    if (start.taskInfo().attemptNumber() > 0) {
      begun(
          new Task(start.stageId(), start.taskInfo().partitionId()),
          start.taskInfo().attemptNumber());
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() instanceof ExecutorLostFailure loss && loss.exitCausedByApp()) {
      lost(new Task(end.stageId(), end.taskInfo().partitionId()));
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted completed) {
    forget(completed.stageInfo().stageId());
  }

  synchronized void lost(Task task) {
    lost.merge(task, 1, Integer::sum);
  }

  synchronized void begun(Task task, int attempt) {
    begun.merge(task, attempt, Math::max);
    List<Question> waiting = questions.remove(task);
    if (waiting != null) {
      waiting.forEach(question -> ask(task, question.attempt, question.answer));
    }
  }

  /**
   * Answers how many executors were lost with {@code task} before attempt {@code attempt} at it:
   * when the beginning of that attempt is known, as events come in order, and so are all losses. An
   * attempt that outlives its stage is answered at once: nothing more will be known.
   */
  synchronized void ask(Task task, int attempt, IntConsumer answer) {
    if (begun.getOrDefault(task, 0) >= attempt || ended.contains(task.stage())) {
      answer.accept(lost.getOrDefault(task, 0));
    } else {
      questions.computeIfAbsent(task, t -> new ArrayList<>()).add(new Question(attempt, answer));
    }
  }

  /** Forgets a stage that has ended; who still asks is told what is known. */
  synchronized void forget(int stage) {
    questions.forEach(
        (task, waiting) -> {
          if (task.stage() == stage) {
            int known = lost.getOrDefault(task, 0);
            waiting.forEach(question -> question.answer.accept(known));
          }
        });
    ended.add(stage);
    lost.keySet().removeIf(task -> task.stage() == stage);
    begun.keySet().removeIf(task -> task.stage() == stage);
    questions.keySet().removeIf(task -> task.stage() == stage);
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
    SparkEnv env = context.env();
    if (env != null) {
      env.rpcEnv().stop(endpoint);
    }
  }
}
