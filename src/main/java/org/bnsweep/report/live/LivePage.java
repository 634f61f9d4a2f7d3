package org.bnsweep.report.live;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bnsweep.report.io.FolderSource;
import org.bnsweep.report.io.ReportException;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.live.LiveProgress.Phase;
import org.bnsweep.store.RunReader;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.Trials;

/**
 * The report's page of a run that is being trained, on this machine's loopback address only.
 *
 * <p>Its threads are daemons, and bounded in number; no client, slow or gone, holds up the thread
 * that reports finished trials.
 */
public final class LivePage implements AutoCloseable {
  private static final int THREADS = LiveEvents.MOST_CLIENTS + 8;
  private static final long WRITE_LIMIT_MILLIS = 10_000;
  private static final long FAREWELL_MILLIS = 3_000;

  private final LiveRun run;
  private final LiveData data;
  private final LiveEvents events;
  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final ScheduledThreadPoolExecutor watch;

  private LivePage(HttpServer server, LiveRun run, long writeLimitMillis) {
    this.server = server;
    this.run = run;
    this.data = new LiveData(run);
    WriteLimit limit = new WriteLimit(writeLimitMillis);
    this.events = new LiveEvents(run, limit);
    ThreadFactory daemons =
        task -> {
          Thread thread = new Thread(task, "live-page");
          thread.setDaemon(true);
          return thread;
        };
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
    threads.allowCoreThreadTimeOut(true);
    watch = new ScheduledThreadPoolExecutor(1, daemons);
    var unused =
        watch.scheduleWithFixedDelay(
            limit::enforce, writeLimitMillis, writeLimitMillis / 4, TimeUnit.MILLISECONDS);
    server.setExecutor(threads);
    SameOriginCheck gate = SameOriginCheck.of(server.getAddress().getPort());
    server.createContext("/", new LiveHandler(gate, data, events, limit));
    server.start();
  }

  /**
   * Serves the page of a run of which nothing has finished.
   *
   * @param port 0 for a free one
   * @param facts about the run
   * @param planned all trials of the run, in the grid's order
   * @param toTrain how many of them are going to be trained
   * @throws ReportException if nobody can listen on {@code port}
   */
  public static LivePage start(int port, RunFacts facts, Trials planned, long toTrain) {
    return start(port, new LiveRun(facts, planned, toTrain), WRITE_LIMIT_MILLIS);
  }

  static LivePage start(int port, LiveRun run, long writeLimitMillis) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new LivePage(
          HttpServer.create(new InetSocketAddress(loopback, port), 0), run, writeLimitMillis);
    } catch (IOException e) {
      throw new ReportException(
          "cannot serve the page on 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
  }

  /** Where a browser on this machine finds the page. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Tells how many trials are being trained at the same time, while there are enough. */
  public void training(long inFlight) {
    run.training(inFlight);
  }

  /** Shows a trial that an earlier run has trained; returns at once. */
  public void trialOfAnEarlierRun(TrialResult result) {
    run.trialOfAnEarlierRun(result);
  }

  /** Shows one more finished trial; returns at once. */
  public void trialFinished(TrialResult result) {
    run.trialFinished(result);
  }

  /** Shows the results in the run folder that {@code reader} reads, from now on. */
  public void finished(RunReader reader) {
    finished(new FolderSource(reader));
  }

  void finished(RunSource results) {
    data.finished(results);
    run.enter(Phase.FINISHED);
  }

  /** Tells open pages that this is the end, lets them fetch what they lack, and frees the port. */
  @Override
  public void close() {
    run.enter(Phase.ENDED);
    events.awaitNone(FAREWELL_MILLIS);
    server.stop(0);
    threads.shutdownNow();
    watch.shutdownNow();
  }
}
