package org.bnsweep.cli.run;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.watch.Step;

/**
 * What Ctrl-C means while a sweep is running: the calling thread is interrupted and given time to
 * put its finished trials on disk before file systems and Spark are shut down. The log falls
 * silent: what is stopped in its midst complains, and the one line of the sweep says what happened.
 *
 * <p>A hook of Hadoop's manager, because that one closes the file systems and must do so later.
 * Opened and closed on the thread that runs the sweep.
 */
final class Interruption implements AutoCloseable {
  private static final int BEFORE_FILE_SYSTEMS_AND_SPARK = 100;
  private static final long SECONDS_TO_FINISH = 25;

  private final Thread thread = Thread.currentThread();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Runnable hook = this::onShutdown;
  private final SlowSteps steps;
  private volatile boolean requested;

  Interruption(SlowSteps steps) {
    this.steps = steps;
    ShutdownHookManager.get()
        .addShutdownHook(
            hook, BEFORE_FILE_SYSTEMS_AND_SPARK, SECONDS_TO_FINISH + 5, TimeUnit.SECONDS);
  }

  private void onShutdown() {
    requested = true;
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
    if (endsItself()) {
      return;
    }
    Step ending = steps.ending("ending the run");
    thread.interrupt();
    try {
      // Whether or not the sweep made it in time, the process ends now.
      if (finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        ending.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it is the sweep's own thread that ends the process, as Spark does at times. */
  private boolean endsItself() {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals(Runtime.class.getName())
                    && frame.getMethodName().equals("exit"));
  }

  /** Whether the process is being ended. */
  boolean requested() {
    return requested;
  }

  /**
   * Does nothing, unless the process is being ended.
   *
   * @throws InterruptedException if it is
   */
  void check() throws InterruptedException {
    if (requested) {
      throw new InterruptedException();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
