package org.bnsweep.sweep.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The masters of a standalone cluster, {@code spark://host:port[,host:port...]}, and whether they
 * take an application.
 *
 * <p>Spark by itself tries for a minute, then reports that somebody stopped it.
 */
final class StandaloneMasters {
  private static final String SCHEME = "spark://";
  private static final int TIMEOUT_MILLIS = 5_000;

  private StandaloneMasters() {}

  /**
   * Makes sure that a master listens, if {@code url} is of a standalone cluster and well formed.
   *
   * @throws SweepException if none does
   */
  static void requireListening(String url) {
    if (!url.startsWith(SCHEME)) {
      return;
    }
    Optional<IOException> refused = Optional.empty();
    for (String address : url.substring(SCHEME.length()).split(",", -1)) {
      Optional<IOException> failure = connect(address);
      if (failure.isEmpty()) {
        return;
      }
      refused = failure;
    }
    refused.ifPresent(
        e -> {
          throw new SweepException(
              "no Spark master answers at "
                  + url
                  + " ("
                  + OneLine.of(e)
                  + "); start one, or correct the address",
              e);
        });
  }

  private static Optional<IOException> connect(String address) {
    try (Socket socket = new Socket()) {
      URI uri = URI.create(SCHEME + address);
      if (uri.getHost() != null && uri.getPort() > 0) {
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), TIMEOUT_MILLIS);
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      // Spark says what is wrong with it.
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  /**
   * Makes sure that the master has taken the application, which until then has a name that Spark
   * made up.
   *
   * @throws SweepException if it has not; {@code context} is then closed
   */
  static void requireAccepted(String url, JavaSparkContext context) {
    if (url.startsWith(SCHEME) && context.sc().applicationId().startsWith("spark-application-")) {
      context.close();
      throw new SweepException(
          "the Spark master at "
              + url
              + " did not take this application within a minute; it must be Spark "
              + context.version()
              + ", and"
              + " spark.authenticate.secret the same on both sides",
          new IllegalStateException("not registered"));
    }
  }
}
