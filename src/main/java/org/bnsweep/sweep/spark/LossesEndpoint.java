package org.bnsweep.sweep.spark;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.rpc.RpcCallContext;
import org.apache.spark.rpc.RpcEndpoint;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.rpc.RpcTimeout;
import org.apache.spark.util.RpcUtils;
import org.bnsweep.sweep.spark.Losses.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.PartialFunction;
import scala.concurrent.duration.FiniteDuration;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Where tasks ask the driver for their {@link Losses}. Messages are arrays of numbers, as Spark
 * reads them where it may not find the classes of the application.
 */
final class LossesEndpoint implements RpcEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(LossesEndpoint.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TIMEOUT = "bnsweep.losses.timeout";

  private final RpcEnv env;
  private final Losses losses;

  LossesEndpoint(RpcEnv env, Losses losses) {
    this.env = env;
    this.losses = losses;
  }

  @Override
  public RpcEnv rpcEnv() {
    return env;
  }

  @Override
  public PartialFunction<Object, BoxedUnit> receiveAndReply(RpcCallContext caller) {
    return new AbstractPartialFunction<>() {
      @Override
      public boolean isDefinedAt(Object message) {
        return message instanceof int[];
      }

      @Override
      public BoxedUnit apply(Object message) {
        int[] task = (int[]) message;
        losses.ask(new Task(task[0], task[1]), task[2], caller::reply);
        return BoxedUnit.UNIT;
      }
    };
  }

  /**
   * Executors that were lost with earlier attempts at the task; 0 if the driver does not say, so
   * that a healthy attempt goes on.
   *
   * @param name of the driver's {@link Losses}
   */
  static int ask(String name, TaskContext task) {
    return ask(name, task, PATIENCE);
  }

  /** As {@link #ask(String, TaskContext)}, waiting so long for the answer. */
  // Spark throws checked exceptions without declaring them.
  @SuppressWarnings("CatchingUnchecked")
  static int ask(String name, TaskContext task, Duration patience) {
    SparkEnv env = SparkEnv.get();
    try {
      RpcEndpointRef driver = RpcUtils.makeDriverRef(name, env.conf(), env.rpcEnv());
      int[] question = {task.stageId(), task.partitionId(), task.attemptNumber()};
      FiniteDuration timeout = new FiniteDuration(patience.toMillis(), TimeUnit.MILLISECONDS);
      Object answer =
          driver.askSync(
              question, new RpcTimeout(timeout, TIMEOUT), ClassTag$.MODULE$.apply(Object.class));
      return (Integer) answer;
    } catch (Exception e) {
      if (task.isInterrupted()) {
        throw new TaskKilledException();
      }
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      LOG.warn("the driver does not say how many executors were lost with this task", e);
      return 0;
    }
  }
}
