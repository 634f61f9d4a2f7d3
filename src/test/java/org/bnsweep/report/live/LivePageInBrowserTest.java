package org.bnsweep.report.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.report.ActivationRun;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.Planned;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.report.page.Browser;
import org.bnsweep.report.page.Page;
import org.bnsweep.report.page.PageJson;
import org.bnsweep.sweep.SweepProgress;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.LayerActivations;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Recorded;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The page of a run as somebody watches it. */
@Tag("browser")
class LivePageInBrowserTest {
  private static final List<TrialResult> RESULTS = ReferenceRun.of(0).trials();
  private static final List<Integer> BLUE = List.of(0x00, 0x72, 0xb2);

  @Test
  void showsTrialsThatFinishWhileItIsOpen(@TempDir Path folder) {
    LivePage page =
        LivePage.start(0, ReferenceRun.facts("live", 20, 0), new Planned(RESULTS), RESULTS.size());
    try (page;
        Browser browser = Browser.orSkip(folder.resolve("profile"))) {
      browser.visit(page.address(), 1280);
      browser.await(() -> text(browser, "live").startsWith("0 of 16 trials finished"));
      assertThat(browser.byId("curves").isDisplayed()).isFalse();

      page.trialFinished(RESULTS.get(5));
      browser.awaitDrawn();
      assertThat(text(browser, "count")).isEqualTo("1 of 1");
      browser.show("curves-chart");
      assertThat(browser.pixels("curves-chart", BLUE, List.of(0, 0, 1, 1))).isGreaterThan(50);

      page.trialFinished(RESULTS.get(2));
      browser.await(() -> text(browser, "count").equals("2 of 2"));
      assertThat(text(browser, "live")).startsWith("2 of 16 trials finished, ");
      assertThat(text(browser, "tiles")).contains("Trials\n2\n");

      // Sorted by the accuracy with BN, searched, without the other network: this stays.
      browser.all("#table th[data-key=bn_final_accuracy] button").get(0).click();
      browser.byId("show-plain").click();
      browser.byId("search").sendKeys("status=ok");
      List.of(0, 1, 3, 4, 6, 7, 8, 9).forEach(i -> page.trialFinished(RESULTS.get(i)));
      browser.await(() -> text(browser, "count").equals("10 of 10"));
      assertThat(browser.all("#table th[aria-sort=ascending]")).hasSize(1);
      assertThat(browser.byId("search").getDomProperty("value")).isEqualTo("status=ok");
      assertThat(browser.byId("show-plain").getDomAttribute("aria-pressed")).isEqualTo("false");
      assertThat(column(browser, 2)).isSorted().hasSize(10);

      RESULTS.stream().skip(10).forEach(page::trialFinished);
      page.finished(ReferenceRun.of(0));
      browser.await(() -> text(browser, "count").equals("16 of 16"));
      browser.await(() -> text(browser, "headline").startsWith("Of 4.0 decades of weight scale"));
      assertThat(text(browser, "live"))
          .isEqualTo("16 of 16 trials finished. This page shows the results of the run folder.");

      page.close();
      browser.await(() -> text(browser, "live").contains("The run has ended; its folder"));
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void theEndBringsTheLastTrials(@TempDir Path folder) {
    LivePage page =
        LivePage.start(0, ReferenceRun.facts("live", 20, 0), new Planned(RESULTS), RESULTS.size());
    try (page;
        Browser browser = Browser.orSkip(folder.resolve("profile"))) {
      page.trialFinished(RESULTS.get(0));
      browser.visit(page.address(), 360);
      browser.awaitDrawn();
      browser.await(() -> text(browser, "live").startsWith("1 of 16"));

      RESULTS.stream().skip(1).limit(4).forEach(page::trialFinished);
      page.close();

      browser.await(() -> text(browser, "live").contains("The run has ended before the rest."));
      browser.await(() -> text(browser, "count").equals("5 of 5"));
      assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** As after Ctrl-C on {@code --keep-serving}. */
  @Test
  void aPageThatHasEverythingDoesNotMissItsServer(@TempDir Path folder) throws IOException {
    RunData data = RunDataReader.read(ReferenceRun.of(0));
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    Page.writeLive(Optional.of(data), page);
    LiveProgress end =
        new LiveProgress(
            16, LiveProgress.Phase.FINISHED, new SweepProgress(16, 0, 16, 9), 0, 0, "with BN 1");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, "text/html", page.toString(UTF_8)));
    server.createContext(
        "/data.json", exchange -> answer(exchange, "application/json", PageJson.of(data)));
    server.createContext(
        "/events",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          String event = "event: progress\ndata: " + end.json() + "\n\n";
          exchange.getResponseBody().write(event.getBytes(UTF_8));
          exchange.getResponseBody().flush();
        });
    server.start();
    try (Browser browser = Browser.orSkip(folder.resolve("profile"))) {
      browser.visit(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), 1280);
      String words = "16 of 16 trials finished. This page shows the results of the run folder.";
      browser.await(() -> text(browser, "live").equals(words));
      browser.await(
          () ->
              browser
                  .script(
                      "return performance.getEntriesByType('resource')"
                          + ".some((r) => r.name.endsWith('/data.json'))")
                  .equals(true));

      server.stop(0);

      browser.await(() -> text(browser, "live").equals(words + " It is no longer served."));
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void showsActivationsAndTrialsOfEarlierRunsWhileItRuns(@TempDir Path folder) {
    List<TrialResult> results = new ActivationRun(ReferenceRun.of(0)).trials();
    LivePage page = LivePage.start(0, ReferenceRun.facts("live", 20, 0), new Planned(results), 14);
    try (page;
        Browser browser = Browser.orSkip(folder.resolve("profile"))) {
      page.trialOfAnEarlierRun(results.get(0));
      page.trialOfAnEarlierRun(results.get(1));
      browser.visit(page.address(), 1280);
      browser.awaitDrawn();
      browser.await(
          () ->
              text(browser, "live")
                  .startsWith("0 of 14 trials finished, 2 more from earlier runs, "));
      assertThat(text(browser, "count")).isEqualTo("2 of 2");
      browser.show("activations-chart");
      assertThat(text(browser, "activations-note")).startsWith("W:0.5412, epoch 0: ");

      page.trialFinished(results.get(2));
      browser.await(() -> text(browser, "activations-pickers").contains("W:0.2929"));

      // What was chosen stays.
      assertThat(text(browser, "activations-note")).startsWith("W:0.5412, epoch 0: ");
      assertThat(text(browser, "count")).isEqualTo("3 of 3");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void ofTooManyTrialsItShowsMeansAndSaysSo(@TempDir Path folder) {
    MadeUpRun trials = new MadeUpRun(16, 26, 25, 5, 1000);
    LivePage page = LivePage.start(0, ofTooMany(), new Planned(RESULTS), 20_000);
    try (page;
        Browser browser = Browser.orSkip(folder.resolve("profile"))) {
      List<TrialResult> results = new ArrayList<>();
      trials.forEachTrial(results::add);
      results.subList(0, 300).forEach(page::trialFinished);
      browser.visit(page.address(), 1280);
      browser.awaitDrawn();
      browser.await(() -> text(browser, "count").equals("300 of 300"));

      results.subList(300, 10_400).forEach(page::trialFinished);

      browser.await(() -> text(browser, "count").equals("416 of 416"));
      assertThat(text(browser, "notes"))
          .isEqualTo(
              "10,400 trials are too many to list: this page shows their means over seed, 416 in"
                  + " all. The files curves.parquet and summary.csv will have every trial.");
      assertThat(text(browser, "trials-title")).isEqualTo("Means");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void ofTooManyTrialsWithActivationsItSaysWhenTheyAreShown(@TempDir Path folder) {
    List<LayerActivations> layers =
        ((TrialResult.Trained) new ActivationRun(ReferenceRun.of(0)).trials().get(0).outcome())
            .recorded()
            .activations();
    LivePage page = LivePage.start(0, ofTooMany(), new Planned(RESULTS), 20_000);
    try (page;
        Browser browser = Browser.orSkip(folder.resolve("profile"))) {
      new MadeUpRun(16, 26, 25, 5, 1000)
          .forEachTrial(
              trial -> {
                PairCurves curves = ((TrialResult.Trained) trial.outcome()).curves();
                page.trialFinished(
                    new TrialResult(
                        trial.trial(),
                        new TrialResult.Trained(curves, Recorded.of(layers), Arithmetic.UNKNOWN),
                        1));
              });
      browser.visit(page.address(), 1280);
      browser.awaitDrawn();

      assertThat(text(browser, "notes"))
          .endsWith(
              "Activations are recorded too; of so many trials this page shows them when all are"
                  + " trained.");
      assertThat(browser.byId("activations").isDisplayed()).isFalse();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** Of a run of more trials than a page can list. */
  private static RunFacts ofTooMany() {
    return RunFacts.begun(
        "live", 1000, Optional.empty(), ReferenceRun.begun(1000, 5, 20_000), Map.of(), "");
  }

  private static String text(Browser browser, String id) {
    return (String)
        browser.script(
            "const e = document.getElementById(arguments[0]); return e ? e.innerText : ''", id);
  }

  private static List<Double> column(Browser browser, int column) {
    return browser.all("#table tbody td:nth-child(" + column + ")").stream()
        .map(WebElement::getText)
        .map(Double::valueOf)
        .toList();
  }
}
