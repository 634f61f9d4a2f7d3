package org.bnsweep.report.live;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bnsweep.report.live.LiveProgress.Phase;

/**
 * The progress of a run as server-sent events, one stream per open page.
 *
 * <p>Nothing is queued: a stream that has written an event looks how far the run is by then, so
 * that a slow client gets fewer events and costs no memory.
 */
final class LiveEvents {
  static final int MOST_CLIENTS = 16;
  private static final long BETWEEN_EVENTS_MILLIS = 200;
  private static final long BETWEEN_SIGNS_OF_LIFE_MILLIS = 5_000;

  /** How long pages that saw the end have for fetching the last data. */
  private static final int FAREWELLS = 15;

  private final LiveRun run;
  private final WriteLimit limit;
  private final Semaphore places = new Semaphore(MOST_CLIENTS);

  LiveEvents(LiveRun run, WriteLimit limit) {
    this.run = run;
    this.limit = limit;
  }

  /** Whether there was a place for one more stream, which is then to be {@link #stream}ed. */
  boolean admit() {
    return places.tryAcquire();
  }

  /** Answers an admitted client with events until the run ends, or the client is gone. */
  void stream(HttpExchange exchange) throws IOException {
    try {
      limit.within(() -> exchange.sendResponseHeaders(200, 0));
      write(exchange);
    } finally {
      places.release();
    }
  }

  private void write(HttpExchange exchange) throws IOException {
    try (OutputStream out = exchange.getResponseBody()) {
      long seen = -1;
      LiveProgress progress;
      do {
        progress = run.awaitOther(seen, BETWEEN_SIGNS_OF_LIFE_MILLIS);
        write(out, progress.version() == seen ? ":\n\n" : event(progress));
        seen = progress.version();
        Thread.sleep(BETWEEN_EVENTS_MILLIS);
      } while (progress.phase() != Phase.ENDED);
      for (int i = 0; i < FAREWELLS; i++) {
        write(out, ":\n\n"); // Fails when the page has hung up.
        Thread.sleep(BETWEEN_EVENTS_MILLIS / 2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(OutputStream out, String text) throws IOException {
    limit.within(
        () -> {
          out.write(text.getBytes(StandardCharsets.UTF_8));
          out.flush();
        });
  }

  private static String event(LiveProgress progress) {
    return "event: progress\ndata: " + progress.json() + "\n\n";
  }

  /** Waits until no stream is open, not for long. */
  void awaitNone(long milliseconds) {
    try {
      if (places.tryAcquire(MOST_CLIENTS, milliseconds, TimeUnit.MILLISECONDS)) {
        places.release(MOST_CLIENTS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
