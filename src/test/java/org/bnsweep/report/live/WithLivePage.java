package org.bnsweep.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.report.Planned;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A test of a page whose run has not begun. */
@Timeout(120)
abstract class WithLivePage {
  static final List<TrialResult> RESULTS = ReferenceRun.of(0).trials();

  final HttpClient client = HttpClient.newHttpClient();
  LivePage page;

  @BeforeEach
  void start() {
    page =
        LivePage.start(0, ReferenceRun.facts("live", 20, 0), new Planned(RESULTS), RESULTS.size());
  }

  @AfterEach
  void stop() {
    page.close();
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path), HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(page.address() + path)).build();
  }

  Stream<String> events() throws Exception {
    HttpResponse<Stream<String>> answer =
        client.send(request("events"), HttpResponse.BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    return answer.body();
  }
}
