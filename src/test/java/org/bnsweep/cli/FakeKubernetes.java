package org.bnsweep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An API server that takes whatever it is given, remembers it, and runs nothing. */
final class FakeKubernetes implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<JsonNode> created = new CopyOnWriteArrayList<>();

  FakeKubernetes() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** What {@code --master} is for it. */
  String master() {
    return "k8s://http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The pods that it was asked for with this {@code spark-role}. */
  List<JsonNode> pods(String role) {
    return created.stream()
        .filter(thing -> thing.path("kind").asText().equals("Pod"))
        .filter(pod -> pod.at("/metadata/labels/spark-role").asText().equals(role))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (exchange.getRequestMethod()) {
        case "POST", "PUT", "PATCH" -> {
          ObjectNode thing = (ObjectNode) JSON.readTree(body);
          thing.withObject("/metadata").put("uid", "made-up");
          created.add(thing);
          send(exchange, 201, thing);
        }
        case "DELETE" -> send(exchange, 200, status("Success"));
        default -> {
          if (exchange.getRequestURI().getPath().endsWith("/pods")) {
            ObjectNode none =
                JSON.createObjectNode().put("kind", "PodList").put("apiVersion", "v1");
            none.putObject("metadata").put("resourceVersion", "1");
            none.putArray("items");
            send(exchange, 200, none);
          } else {
            send(exchange, 404, status("Failure"));
          }
        }
      }
    }
  }

  private static ObjectNode status(String status) {
    return JSON.createObjectNode()
        .put("kind", "Status")
        .put("apiVersion", "v1")
        .put("status", status);
  }

  private static void send(HttpExchange exchange, int code, JsonNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
