package org.bnsweep.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bnsweep.report.Planned;
import org.bnsweep.report.ReferenceRun;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
  @Test
  void aClientThatCannotBeAnsweredGivesItsPlaceBack() throws Exception {
    LiveRun run =
        new LiveRun(ReferenceRun.facts("live", 20, 0), new Planned(ReferenceRun.of(0).trials()), 1);
    LiveEvents events = new LiveEvents(run, new WriteLimit(60_000));
    CompletableFuture<List<String>> answers = new CompletableFuture<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          // The JDK refuses to send headers twice, as it fails to send them to who is gone.
          exchange.sendResponseHeaders(204, -1);
          answers.complete(
              IntStream.rangeClosed(0, LiveEvents.MOST_CLIENTS)
                  .mapToObj(i -> answer(events, exchange))
                  .toList());
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());

      assertThat(answers.get(60, TimeUnit.SECONDS)).containsOnly("headers already sent");
    } finally {
      server.stop(0);
    }
  }

  private static String answer(LiveEvents events, HttpExchange exchange) {
    if (!events.admit()) {
      return "no place";
    }
    try {
      events.stream(exchange);
      return "sent";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
