package org.bnsweep.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mirror on loopback that answers each request as the test says, 404 after the last answer. */
final class MirrorServer implements AutoCloseable {

  /** What to do with a request. */
  @FunctionalInterface
  interface Answer {
    void give(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  MirrorServer(Answer... answers) {
    this.answers.addAll(List.of(answers));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Its address, as a mirror's. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/mnist/";
  }

  /** Each request so far: path, Range and If-Range. */
  List<String> requests() {
    return requests;
  }

  static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static Answer redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  static Answer whole(byte[] content) {
    return firstOf(content, content.length, "");
  }

  /** Promises {@code content}, sends the first {@code n} bytes and hangs up. */
  static Answer firstOf(byte[] content, int n, String tag) {
    return exchange -> {
      if (!tag.isEmpty()) {
        exchange.getResponseHeaders().set("ETag", tag);
      }
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, n);
    };
  }

  /** Sends the first {@code n} bytes without saying how many there are. */
  static Answer chunked(byte[] content, int n) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(content, 0, n);
    };
  }

  /** The bytes that were asked for. */
  static Answer rest(byte[] content) {
    return exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      int start = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
      rest(content, start).give(exchange);
    };
  }

  /** The bytes from {@code start} on, whatever was asked for. */
  static Answer rest(byte[] content, int start) {
    return exchange -> {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
      exchange.sendResponseHeaders(206, content.length - start);
      exchange.getResponseBody().write(content, start, content.length - start);
    };
  }

  /** Sends the first {@code n} bytes, then nothing until the test ends. */
  Answer stall(byte[] content, int n) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, n);
      exchange.getResponseBody().flush();
      closing.await();
    };
  }

  /** Adds an answer. */
  MirrorServer then(Answer answer) {
    answers.add(answer);
    return this;
  }

  /** Sends a byte every now and then until the client leaves. */
  static Answer trickle() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      while (true) {
        body.write(0);
        body.flush();
        Thread.sleep(20);
      }
    };
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      requests.add(
          exchange.getRequestURI() + header(exchange, "Range") + header(exchange, "If-Range"));
      Answer answer;
      synchronized (answers) {
        answer = answers.poll();
      }
      (answer == null ? status(404) : answer).give(exchange);
    } catch (IOException e) {
      // the client hung up, as some tests want
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : " " + value;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
