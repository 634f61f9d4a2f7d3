package org.bnsweep.cli.run;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.Notices;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.store.files.Interrupts;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.watch.Step;

/**
 * What Ctrl-C means while a run is written: the calling thread is interrupted and given time to put
 * its finished trials on disk before file systems and Spark are shut down. The log falls silent:
 * what is stopped in its midst complains, and the one line of the run says what happened.
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

  /** What the user can end at any time. */
  @FunctionalInterface
  interface Interruptible {
    /** The exit code. */
    int call(Interruption interruption, SlowSteps steps) throws InterruptedException;
  }

  /**
   * The exit code of {@code run}. If the user ends it that is said, and first what could not be
   * written if a disk failed meanwhile.
   *
   * @param goingOn how to go on after that, in words
   */
  static int callUntilInterrupted(
      SlowSteps.Limits limits, Notices notices, String goingOn, Interruptible run) {
    try (SlowSteps steps = new SlowSteps(limits, notices);
        Interruption interruption = new Interruption(steps)) {
      try {
        return run.call(interruption, steps);
      } catch (InterruptedException e) {
        return interrupted(e, notices, goingOn);
      } catch (RuntimeException | LinkageError e) {
        // Much can fail in a process that is being ended, such as classes that register hooks.
        if (interruption.requested()) {
          return interrupted(e, notices, goingOn);
        }
        throw e;
      }
    }
  }

  private static int interrupted(Throwable e, Notices notices, String goingOn) {
    Stream.concat(Stream.of(e), Arrays.stream(e.getSuppressed()))
        .filter(StoreException.class::isInstance)
        .filter(failure -> !Interrupts.isBehind(failure))
        .forEach(failure -> notices.say(PlainText.message(failure)));
    notices.say("interrupted; " + goingOn);
    return ExitCode.INTERRUPTED;
  }

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
