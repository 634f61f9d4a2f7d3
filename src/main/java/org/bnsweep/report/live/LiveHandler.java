package org.bnsweep.report.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.page.Page;
import org.bnsweep.report.page.PageJson;

/**
 * The paths of a live page: {@code /} the page itself, {@code /data.json} what it shows, {@code
 * /events} how far the run is.
 */
record LiveHandler(SameOriginCheck gate, LiveData data, LiveEvents events, WriteLimit limit)
    implements HttpHandler {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String NOT_YET = "null";

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      headers.set("Content-Security-Policy", "frame-ancestors 'none'");
      String path = exchange.getRequestURI().getPath();
      if (!gate.admits(exchange.getRequestHeaders())) {
        respond(exchange, 403, TEXT, "only for pages of this address\n");
      } else if (!path.equals("/") && !path.equals("/data.json") && !path.equals("/events")) {
        respond(exchange, 404, TEXT, "no such page\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        headers.set("Allow", "GET");
        respond(exchange, 405, TEXT, "only GET\n");
      } else if (path.equals("/events")) {
        stream(exchange);
      } else if (path.equals("/data.json")) {
        respond(exchange, 200, "application/json", data.latest().map(PageJson::of).orElse(NOT_YET));
      } else {
        respond(exchange, 200, "text/html; charset=utf-8", page(data.latest()));
      }
    }
  }

  private static String page(Optional<RunData> data) throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    Page.writeLive(data, page);
    return page.toString(StandardCharsets.UTF_8);
  }

  private void stream(HttpExchange exchange) throws IOException {
    if (!events.admit()) {
      respond(exchange, 503, TEXT, "too many pages are open\n");
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    events.stream(exchange);
  }

  private void respond(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    // The JDK sends no body after HEAD, and says so on the console if told a length.
    boolean head = exchange.getRequestMethod().equals("HEAD");
    limit.within(
        () -> {
          exchange.sendResponseHeaders(status, head ? -1 : body.length);
          if (!head) {
            exchange.getResponseBody().write(body);
          }
        });
  }
}
