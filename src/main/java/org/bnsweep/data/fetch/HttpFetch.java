package org.bnsweep.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.bnsweep.data.DataException;
import org.bnsweep.data.DataUnavailableException;

/**
 * One attempt at a time to receive a file over HTTPS: from where the last one broke off if the
 * server can, never longer than allowed, never redirected to plain HTTP.
 */
final class HttpFetch {
  private static final int REDIRECTS = 5;
  private static final Set<Integer> REDIRECT = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String NO_PASSWORD_FOR = "jdk.http.auth.tunneling.disabledSchemes";
  private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  static {
    // Java tells a proxy no password on the way to HTTPS unless this is empty, whoever wants it.
    if (System.getProperty(NO_PASSWORD_FOR) == null) {
      System.setProperty(NO_PASSWORD_FOR, "");
    }
  }

  private final HttpClient client;
  private final DownloadLimits limits;
  private final ProxySettings proxies;
  private final long deadline;

  /**
   * For downloads that must be complete within {@code limits.total()} from now.
   *
   * @param limits {@code stall} and {@code total} are used
   */
  HttpFetch(DownloadLimits limits, ProxySettings proxies) {
    this.limits = limits;
    this.proxies = proxies;
    this.deadline = System.nanoTime() + limits.total().toNanos();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.stall());
    if (proxies.exist()) {
      builder.proxy(proxies.selector());
      proxies.authenticator().ifPresent(builder::authenticator);
    }
    this.client = builder.build();
  }

  /** Whether files are fetched from {@code uri}: HTTPS, or HTTP from this machine (for tests). */
  static boolean allowed(URI uri) {
    return uri.getHost() != null && ("https".equals(uri.getScheme()) || isPlainLoopback(uri));
  }

  /** Waits, but not beyond the deadline. */
  void pause(Duration duration) throws InterruptedException {
    long nanos = Math.min(duration.toNanos(), deadline - System.nanoTime());
    TimeUnit.NANOSECONDS.sleep(Math.max(nanos, 0));
  }

  /**
   * Receives {@code uri}, or the rest of it, into {@code part}.
   *
   * @param cap of the bytes {@code part} may have
   * @param progress told now and then, on the calling thread
   * @throws IOException if another attempt may do better
   * @throws MirrorException if not
   * @throws DataException if the time is up or the disk fails
   */
  void receive(URI uri, PartFile part, long cap, Consumer<PartSubscriber> progress)
      throws IOException, MirrorException, InterruptedException {
    URI from = uri;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      HttpResponse<Void> response = exchange(from, part, cap, progress);
      int status = response.statusCode();
      if (status == 200 || status == 206) {
        return;
      }
      if (!REDIRECT.contains(status)) {
        throwFor(status, proxies.through(from), part);
      }
      from = redirected(from, response);
    }
    throw new MirrorException("more than " + REDIRECTS + " redirects");
  }

  private HttpResponse<Void> exchange(
      URI uri, PartFile part, long cap, Consumer<PartSubscriber> progress)
      throws IOException, MirrorException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("User-Agent", "bnsweep");
    if (part.length() > 0) {
      request.header("Range", "bytes=" + part.length() + "-");
      part.version().ifPresent(tag -> request.header("If-Range", tag));
    }
    try (PartSubscriber subscriber = new PartSubscriber(part, cap)) {
      CompletableFuture<HttpResponse<Void>> response =
          client.sendAsync(request.build(), subscriber::begin);
      try {
        return await(uri, response, subscriber, progress);
      } catch (ExecutionException e) {
        throw unwrapped(uri, e, subscriber);
      } finally {
        response.cancel(true);
      }
    }
  }

  private HttpResponse<Void> await(
      URI uri,
      CompletableFuture<HttpResponse<Void>> response,
      PartSubscriber subscriber,
      Consumer<PartSubscriber> progress)
      throws IOException, InterruptedException, ExecutionException {
    while (true) {
      long now = System.nanoTime();
      long untilDeadline = deadline - now;
      long untilStall = subscriber.lastArrival() + limits.stall().toNanos() - now;
      if (untilDeadline <= 0) {
        throw new DataUnavailableException(
            uri + ": not complete within " + seconds(limits.total()) + " for all files");
      }
      if (untilStall <= 0) {
        throw new IOException("nothing received for " + seconds(limits.stall()));
      }
      try {
        long wait = Math.min(PROGRESS_NANOS, Math.min(untilDeadline, untilStall));
        return response.get(wait, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        progress.accept(subscriber);
      }
    }
  }

  private IOException unwrapped(URI uri, ExecutionException e, PartSubscriber subscriber)
      throws MirrorException {
    Exception failure = subscriber.failure();
    if (failure instanceof MirrorException mirror) {
      throw mirror;
    }
    if (failure instanceof DataException data) {
      throw data;
    }
    Throwable cause = failure == null ? e.getCause() : failure;
    String through = proxies.through(uri);
    if (through.isEmpty()) {
      return cause instanceof IOException io ? io : new IOException(cause);
    }
    return new IOException(DataException.reason(cause) + through, cause);
  }

  private static void throwFor(int status, String through, PartFile part)
      throws IOException, MirrorException {
    String reason = "status " + status + through + ", must be 200";
    if (status == 407) {
      throw new MirrorException(
          reason + "; it asks for a user and a password: http://user:password@host:port");
    }
    if (status == 416) {
      part.restart(Optional.empty());
      throw new IOException(reason);
    }
    if (status == 408 || status == 429 || status >= 500) {
      throw new IOException(reason);
    }
    throw new MirrorException(reason);
  }

  private static URI redirected(URI from, HttpResponse<Void> response) throws MirrorException {
    String location = response.headers().firstValue("Location").orElse("");
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new MirrorException("redirects to " + location + ", which is no address");
    }
    boolean safe = isPlainLoopback(from) ? allowed(to) : "https".equals(to.getScheme());
    if (!safe || to.getHost() == null) {
      throw new MirrorException("redirects to " + to + ", must be https");
    }
    return to;
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }

  private static boolean isPlainLoopback(URI uri) {
    return "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
  }
}
