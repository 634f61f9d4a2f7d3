package org.bnsweep.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.Planned;
import org.junit.jupiter.api.Test;

/** Clients that are too many, or never read. */
class ManyClientsTest extends WithLivePage {
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
}
