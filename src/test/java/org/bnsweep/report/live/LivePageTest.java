package org.bnsweep.report.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.Planned;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.ReportException;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class LivePageTest {
  private static final List<TrialResult> RESULTS = ReferenceRun.of(0).trials();

  private final HttpClient client = HttpClient.newHttpClient();
  private LivePage page;

  @BeforeEach
  void start() {
    page =
        LivePage.start(0, ReferenceRun.facts("live", 20, 0), new Planned(RESULTS), RESULTS.size());
  }

  @AfterEach
  void stop() {
    page.close();
  }

  @Test
  void beforeTheFirstTrialThePageWaits() throws Exception {
    HttpResponse<String> answer = get("");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.body()).contains("new EventSource").doesNotContain("bnsweep.curves =");
    assertThat(get("data.json").body()).isEqualTo("null");
  }

  @Test
  void servesTheReportsPageOfTheTrialsSoFar() throws Exception {
    page.trialFinished(RESULTS.get(5));
    page.trialFinished(RESULTS.get(2));

    HttpResponse<String> answer = get("");

    assertThat(answer.body())
        .contains("bnsweep.curves =", "new EventSource")
        .contains("img-src data:; connect-src 'self'; style-src 'sha256-")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .contains("frame-ancestors 'none'");
    JsonNode data = new ObjectMapper().readTree(get("data.json").body());
    assertThat(data.get("counts").get("trials").asInt()).isEqualTo(2);
    // In the grid's order, not in that of completion.
    assertThat(data.get("trials").get("id").get(0).asText())
        .isEqualTo(RESULTS.get(2).trial().id().substring(0, 10));
    assertThat(data.get("seconds").asDouble()).isBetween(0.0, 60.0);
  }

  @Test
  void dataFollowsTheTrials() throws Exception {
    for (int i = 0; i < 3; i++) {
      page.trialFinished(RESULTS.get(i));
      int expected = i + 1;
      awaitData(data -> data.get("counts").get("trials").asInt() == expected);
    }
  }

  @Test
  void eventsArriveAsTrialsFinish() throws Exception {
    try (Stream<String> lines = events()) {
      Iterator<JsonNode> events = parsed(lines);
      JsonNode first = events.next();
      assertThat(first.get("phase").asText()).isEqualTo("training");
      assertThat(first.get("total").asInt()).isEqualTo(16);
      assertThat(first.get("done").asInt()).isZero();

      page.trialFinished(RESULTS.get(0));
      JsonNode second = events.next();
      assertThat(second.get("done").asInt()).isEqualTo(1);
      assertThat(second.get("last").asText()).isEqualTo("with BN 0.447, without 0.097");

      page.trialFinished(
          new TrialResult(RESULTS.get(1).trial(), new TrialResult.Failed("lost"), 1));
      JsonNode third = events.next();
      assertThat(third.get("done").asInt()).isEqualTo(2);
      assertThat(third.get("failed").asInt()).isEqualTo(1);
    }
  }

  @Test
  void showsTheResultsWhenTheRunHasFinished() throws Exception {
    page.trialFinished(RESULTS.get(0));
    assertThat(get("data.json").body()).contains("\"trials\":1,");

    page.finished(ReferenceRun.of(0, 1));

    awaitData(data -> data.get("counts").get("trials").asInt() == 32);
    assertThat(get("data.json").body()).contains("\"decades\":3.733");
  }

  @Test
  void tellsOpenPagesThatItIsTheEnd() throws Exception {
    try (Stream<String> lines = events()) {
      Iterator<JsonNode> events = parsed(lines);
      events.next();

      page.close();

      assertThat(events.next().get("phase").asText()).isEqualTo("ended");
      assertThat(events.hasNext()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: evil.example:PORT",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1:1",
        "Host: 127.0.0.1.evil.example:PORT",
        "Host: 127.0.0.1:PORT\r\nHost: evil.example",
        "Accept: */*",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example",
        "Host: 127.0.0.1:PORT\r\nOrigin: null",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:1",
        "Host: 127.0.0.1:PORT\r\nOrigin: https://127.0.0.1:PORT",
        "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site",
        "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: same-site"
      })
  void refusesOtherHostsAndOrigins(String headers) throws IOException {
    for (String path : List.of("/", "/data.json", "/events", "/other")) {
      assertThat(status("GET " + path, headers)).as(path).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: 127.0.0.1:PORT",
        "Host: localhost:PORT",
        "Host: LocalHost:PORT\r\nOrigin: http://localhost:PORT",
        "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin",
        "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: none"
      })
  void answersItsOwnPage(String headers) throws IOException {
    assertThat(status("GET /", headers)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.html", "/data.json/", "/../etc/passwd", "/events/1", "/%2e"})
  void otherPathsAreNotFound(String path) throws IOException {
    assertThat(status("GET " + path, "Host: 127.0.0.1:PORT")).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"})
  void onlyGetIsAllowed(String method) throws IOException {
    for (String path : List.of("/", "/data.json", "/events")) {
      assertThat(status(method + " " + path, "Host: 127.0.0.1:PORT")).as(path).isEqualTo(405);
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws IOException {
    List<InetAddress> others = new ArrayList<>();
    for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      device.inetAddresses().filter(a -> a instanceof Inet4Address).forEach(others::add);
    }
    others.removeIf(InetAddress::isLoopbackAddress);

    assertThat(page.address().getHost()).isEqualTo("127.0.0.1");
    // All of 127.0.0.0/8 is this machine, and a server on the wildcard address would answer here.
    others.add(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}));
    for (InetAddress other : others) {
      assertThatThrownBy(() -> connect(other, page.address().getPort()).close())
          .as(other.toString())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPortThatIsTakenIsAnError() {
    int port = page.address().getPort();

    assertThatThrownBy(
            () ->
                LivePage.start(
                    port, ReferenceRun.facts("live", 20, 0), new Planned(RESULTS), RESULTS.size()))
        .isInstanceOf(ReportException.class)
        .hasMessage("cannot serve the page on 127.0.0.1:" + port + ": Address already in use");
  }

  @Test
  void closingFreesThePort() throws IOException {
    int port = page.address().getPort();

    page.close();

    try (ServerSocket free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      assertThat(free.isBound()).isTrue();
    }
  }

  @Test
  void closingTwiceIsFine() {
    page.close();
    page.close();

    assertThatThrownBy(() -> connect(InetAddress.getLoopbackAddress(), page.address().getPort()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void moreStreamsThanPlacesAreTurnedAway() throws Exception {
    List<Stream<String>> open = new ArrayList<>();
    try {
      for (int i = 0; i < LiveEvents.MOST_CLIENTS; i++) {
        open.add(events());
      }

      assertThat(get("events").statusCode()).isEqualTo(503);
      assertThat(get("").statusCode()).isEqualTo(200);
    } finally {
      open.forEach(Stream::close);
    }
  }

  @Test
  void clientsThatNeverReadHoldUpNoTrial() throws Exception {
    try (LivePage patient = LivePage.start(0, large(), 3_600_000);
        DeafClients deaf = new DeafClients(patient.address().getPort())) {
      deaf.awaitAllThreadsBusy();
      Thread training = new Thread(() -> patient.trialFinished(RESULTS.get(0)), "training");
      training.setDaemon(true);
      training.start();
      training.join(30_000);

      assertThat(training.isAlive()).isFalse();
    }
  }

  @Test
  void clientsThatNeverReadLoseTheirConnection() throws Exception {
    try (LivePage quick = LivePage.start(0, large(), 400);
        DeafClients deaf = new DeafClients(quick.address().getPort())) {
      deaf.awaitAllThreadsBusy();

      // Only answered when one of them is free again; so small that the limit does not matter.
      HttpRequest request = HttpRequest.newBuilder(quick.address().resolve("other")).build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(404);
    }
  }

  private static LiveRun large() {
    MadeUpRun trials = new MadeUpRun(100, 100, 1, 20, 1000);
    LiveRun run = new LiveRun(trials.facts(), new Planned(RESULTS), RESULTS.size());
    trials.forEachTrial(run::trialFinished);
    return run;
  }

  /** Clients that ask for more than the sockets' buffers take, and do not read it. */
  private static final class DeafClients implements AutoCloseable {
    private static final int SERVERS_THREADS = LiveEvents.MOST_CLIENTS + 8;

    private final List<Socket> sockets = new ArrayList<>();

    DeafClients(int port) throws IOException {
      for (int i = 0; i < SERVERS_THREADS + 6; i++) {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        write(socket, port, "GET /data.json", "Host: 127.0.0.1:PORT");
      }
    }

    /** Until so many of them have the beginning of an answer, or had. */
    void awaitAllThreadsBusy() throws InterruptedException {
      Set<Socket> answered = new HashSet<>();
      while (answered.size() < SERVERS_THREADS) {
        Thread.sleep(20);
        sockets.stream().filter(DeafClients::hasAnswer).forEach(answered::add);
      }
    }

    private static boolean hasAnswer(Socket socket) {
      try {
        return socket.getInputStream().available() > 0;
      } catch (IOException e) {
        // It was given up already.
        return true;
      }
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private interface Condition {
    boolean holds(JsonNode data);
  }

  private void awaitData(Condition condition) throws Exception {
    JsonNode data = new ObjectMapper().readTree(get("data.json").body());
    for (int i = 0; i < 200 && !condition.holds(data); i++) {
      Thread.sleep(50);
      data = new ObjectMapper().readTree(get("data.json").body());
    }
    assertThat(condition.holds(data)).isTrue();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(page.address() + path)).build();
  }

  private Stream<String> events() throws Exception {
    HttpResponse<Stream<String>> answer =
        client.send(request("events"), HttpResponse.BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    return answer.body();
  }

  private static Iterator<JsonNode> parsed(Stream<String> lines) {
    return lines
        .filter(line -> line.startsWith("data: "))
        .map(line -> json(line.substring("data: ".length())))
        .iterator();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  /** The status of a request that is written by hand, since clients do not send wrong ones. */
  private int status(String request, String headers) throws IOException {
    int port = page.address().getPort();
    try (Socket socket = connect(InetAddress.getLoopbackAddress(), port)) {
      write(socket, port, request, headers);
      String line = new String(socket.getInputStream().readNBytes(12), US_ASCII);
      assertThat(line).startsWith("HTTP/1.1 ");
      return Integer.parseInt(line.substring(9));
    }
  }

  private static void write(Socket socket, int port, String request, String headers)
      throws IOException {
    String text = request + " HTTP/1.1\r\n" + headers.replace("PORT", "" + port) + "\r\n\r\n";
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static Socket connect(InetAddress address, int port) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(address, port), 2000);
    return socket;
  }
}
