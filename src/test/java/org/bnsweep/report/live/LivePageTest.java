package org.bnsweep.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.Test;

class LivePageTest extends WithLivePage {
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
}
