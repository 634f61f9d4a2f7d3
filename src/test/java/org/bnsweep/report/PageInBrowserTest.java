package org.bnsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as a reader meets it. */
class PageInBrowserTest extends InBrowser {
  private static final List<Integer> BLUE = List.of(0x00, 0x72, 0xb2);
  private static final List<Integer> ORANGE = List.of(0xd5, 0x5e, 0x00);

  private Path defaultRun;
  private Path seeds;
  private Path grid;
  private Path large;
  private Path words;
  private Path activations;
  private Path single;
  private Path means;
  private Path failed;

  @BeforeAll
  void write() throws IOException {
    defaultRun = page(ReferenceRun.of(0));
    seeds = page(ReferenceRun.of(0, 1, 2));
    grid = page(new MadeUpRun(20, 20, 5, 10, 1000));
    large = page(new MadeUpRun(100, 100, 1, 20, 1000));
    activations = page(new ActivationRun(ReferenceRun.of(0)));
    words = page(ReferenceRun.ofWords());
    single = page(new MadeUpRun(1, 1, 1, 1, 0));
    means = page(new MadeUpRun(16, 26, 25, 5, 1000));
    failed = page(failedRun());
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1280, 2560})
  void opensAtAnyWidthWithoutComplaintOrSidewaysScrolling(int width) {
    for (Path page : List.of(defaultRun, seeds, grid, words, activations, single, means)) {
      browser.open(page, width);
      charts().forEach(browser::show);

      assertThat(browser.complaints()).as(page.toString()).isEmpty();
      assertThat(browser.number("document.documentElement.scrollWidth"))
          .as(page.toString())
          .isLessThanOrEqualTo(width);
    }
  }

  @Test
  void theHeadlineTellsWhatChangesAndWhere() {
    browser.open(defaultRun, 1280);

    assertThat(browser.byId("headline").getText())
        .isEqualTo(
            "Of 4.0 decades of weight scale, networks with Batch Normalization train to an accuracy of"
                + " 0.5 in 20 epochs over 3.7 decades (0.0001 to 0.5412); without it, over 0.3 decades"
                + " (0.1585 to 0.2929). At the end the network with it is the better one at 14 of 16"
                + " settings, the one without at 2.");
  }

  @Test
  void withTestSamplesTheHeadlineTellsWhichNetworkIsAheadOnThem() throws IOException {
    browser.open(page(DropoutRun.of()), 1280);

    assertThat(browser.byId("headline").getText())
        .isEqualTo(
            "In 3 epochs the best network with Batch Normalization reaches an accuracy of 1, the best"
                + " without it 1. At the end the network with it is the better one at 2 of 3 settings,"
                + " the one without at 0. On test samples the best with it reaches 0.771, the best"
                + " without 0.768. There the network with it is the better one at 2 of 3 settings, the"
                + " one without at 1.");
  }

  @Test
  void theFinalAccuracyAlongAnAxisWithZeroHasAllItsPoints() throws IOException {
    browser.open(page(DropoutRun.of()), 1280);
    browser.show("final-chart");

    assertThat(browser.byId("final-chart").getDomAttribute("aria-label"))
        .startsWith("Final accuracy by dropout. ");
    String axis =
        (String)
            browser.script(
                "const o = echarts.getInstanceByDom(document.getElementById('final-chart')).getOption();"
                    + "return o.xAxis[0].type + ' ' + o.xAxis[0].name + ' '"
                    + " + o.series[0].data.map((d) => d.value[0]).join(' ')");
    assertThat(axis).isEqualTo("value dropout 0 0.2 0.4");
  }

  @Test
  void panelsOfASampleInNoOrderGoFromLargeToSmall() throws IOException {
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of(0).trials());
    Collections.swap(trials, 0, 5);
    Collections.swap(trials, 2, 9);
    browser.open(page(new ReferenceRun(ReferenceRun.facts("sample", 20, 0), trials)), 1280);

    assertThat(browser.byId("curves-chart").getDomAttribute("aria-label"))
        .contains("At the last epoch, W:1.0: ")
        .containsSubsequence("W:0.5412", "W:0.2929", "W:0.04642", "W:0.003981", "W:0.0001:");
  }

  @Test
  void whereNothingTrainedThePageSaysSo() {
    browser.open(failed, 1280);
    charts().forEach(browser::show);

    assertThat(browser.byId("headline").getText())
        .isEqualTo("Every trial has failed; the table has the messages.");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void accuracyOnTestSamplesIsDottedAndCanBeHidden() {
    browser.open(grid, 1280);
    browser.show("final-chart");
    long both = pixels("final-chart", BLUE);
    browser.show("curves-chart");
    long panels = pixels("curves-chart", BLUE);
    assertThat(browser.byId("curves-note").getText())
        .endsWith("Accuracy on the 1,000 training samples; dotted, on 1,000 test samples.");

    browser.byId("show-test").click();

    assertThat(pixels("curves-chart", BLUE)).isLessThan(panels - 100);
    browser.show("final-chart");
    assertThat(pixels("final-chart", BLUE)).isLessThan(both - 100);
    browser.open(defaultRun, 1280);
    assertThat(browser.byId("show-test").isDisplayed()).isFalse();
  }

  @Test
  void whatADensePageLeavesOutItSays() {
    browser.open(large, 1280);

    assertThat(browser.byId("notes").getText())
        .endsWith("it has accuracies on test samples at the last epoch only.");
    assertThat(browser.byId("curves-note").getText()).doesNotContain("dotted");
  }

  @Test
  void chartsFitThePaper() {
    for (Path page : List.of(defaultRun, grid)) {
      browser.open(page, 2560);
      browser.layOutForPrint(700);
      try {
        assertThat(
                browser.number(
                    "Math.max(...[...document.querySelectorAll('canvas')]"
                        + ".map(c => c.getBoundingClientRect().right))"))
            .as(page.toString())
            .isBetween(500.0, 700.0);
        // Letters on a chart are not much smaller than those beside it.
        assertThat(browser.number("document.querySelector('#curves-chart canvas').width"))
            .isLessThan(800);
      } finally {
        browser.endPrint();
      }
    }
  }

  @Test
  void drawsBothLinesInEveryPanel() {
    browser.open(defaultRun, 1280);
    browser.show("curves-chart");

    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        assertThat(pixels("curves-chart", BLUE, column, row))
            .as("blue in row %d, column %d", row, column)
            .isGreaterThan(50);
        assertThat(pixels("curves-chart", ORANGE, column, row))
            .as("orange in row %d, column %d", row, column)
            .isGreaterThan(50);
      }
    }
  }

  @Test
  void showsHowSpreadCollapsesFromLayerToLayer() {
    browser.open(activations, 1280);
    browser.show("activations-chart");

    assertThat(browser.byId("activations-note").getText())
        .isEqualTo(
            "W:0.007356, epoch 0: the spread without BN goes from 0.0368 in layer 1 to 6.73e-8 in"
                + " layer 5, with BN it goes from 0.5 in layer 1 to 0.5 in layer 5.");
    for (int panel = 0; panel < 5; panel++) {
      List<Double> part = List.of(panel / 5.0, 0.0, 0.2, 1.0);
      assertThat(browser.pixels("activations-chart", BLUE, part)).isGreaterThan(50);
      assertThat(browser.pixels("activations-chart", ORANGE, part)).isGreaterThan(50);
    }
    assertThat(browser.byId("activations-table").getText()).contains("6.73e-8", "26.7 %", "25 %");
    WebElement chart = browser.byId("activations-chart");
    browser.hover(chart, 0.15, 0.4);
    browser.await(() -> chart.getText().contains("layer 1, activations around"));
    assertThat(chart.getText()).contains("with BN: spread 0.5, mean 0.25", "dead units 25 %");
    browser.show("spread-chart");
    assertThat(pixels("spread-chart", BLUE)).isGreaterThan(50);
    assertThat(pixels("spread-chart", ORANGE)).isGreaterThan(50);

    browser.byId("activations-pickers").findElement(By.cssSelector("option[value='0']")).click();

    assertThat(browser.byId("activations-note").getText())
        .contains(
            "W:1.0, epoch 0: the spread without BN goes from 5 in layer 1 to 3130 in layer 5");
    browser.byId("show-plain").click();
    browser.show("activations-chart");
    assertThat(pixels("activations-chart", ORANGE)).isZero();
  }

  @Test
  void aRunWithoutActivationsHasNoPanelOfThem() {
    browser.open(defaultRun, 1280);

    assertThat(browser.byId("activations").isDisplayed()).isFalse();
  }

  @Test
  void oneLegendTogglesEveryChart() {
    browser.open(defaultRun, 1280);
    browser.show("curves-chart");
    browser.show("final-chart");
    WebElement key = browser.byId("show-plain");

    key.click();

    assertThat(key.getDomAttribute("aria-pressed")).isEqualTo("false");
    browser.show("curves-chart");
    assertThat(pixels("curves-chart", ORANGE)).isZero();
    assertThat(pixels("curves-chart", BLUE)).isGreaterThan(1000);
    browser.show("final-chart");
    assertThat(pixels("final-chart", ORANGE)).isZero();

    key.sendKeys(Keys.ENTER);

    assertThat(key.getDomAttribute("aria-pressed")).isEqualTo("true");
    assertThat(pixels("final-chart", ORANGE)).isGreaterThan(100);
  }

  @Test
  void hoveringShowsTheExactValues() {
    browser.open(defaultRun, 1280);
    browser.show("curves-chart");
    WebElement chart = browser.byId("curves-chart");

    browser.hover(chart, 0.25, 0.12);

    browser.await(() -> chart.getText().contains("epoch"));
    assertThat(chart.getText())
        .matches("(?s)W:1\\.0, epoch \\d+\\nwith BN 0\\.\\d+\\nwithout BN 0\\.097\\none trial");
  }

  @Test
  void sortsByTheColumnThatIsPressed() {
    browser.open(seeds, 1280);
    WebElement button = browser.all("th[data-key=bn_final_accuracy] button").get(0);

    button.sendKeys(Keys.ENTER);
    assertThat(column("bn_final_accuracy")).isSorted();
    assertThat(browser.all("th[data-key=bn_final_accuracy]").get(0).getDomAttribute("aria-sort"))
        .isEqualTo("ascending");

    button.click();
    assertThat(column("bn_final_accuracy").get(0)).isEqualTo("1.000");
    assertThat(browser.all("th[data-key=bn_final_accuracy]").get(0).getDomAttribute("aria-sort"))
        .isEqualTo("descending");
  }

  @Test
  void searchFilters() {
    browser.open(seeds, 1280);
    WebElement search = browser.byId("search");

    search.sendKeys("plain_final_accuracy>0.9");
    assertThat(browser.byId("count").getText()).isEqualTo("3 of 48");
    assertThat(column("weight_scale")).containsOnly("0.2929");

    search.sendKeys(" seed=2");
    assertThat(browser.byId("count").getText()).isEqualTo("1 of 48");

    search.clear();
    search.sendKeys("nonsense");
    assertThat(browser.all("#table tbody tr")).isEmpty();
  }

  @Test
  void columnsAreCalledAsInTheTablesOfTheRunFolder() throws IOException {
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of(0).trials().subList(0, 4));
    trials.set(0, diverged(trials.get(0), 3, 5));
    trials.set(1, diverged(trials.get(1), NetworkCurve.NEVER, 5));
    trials.set(2, new TrialResult(trials.get(2).trial(), new TrialResult.Failed("no memory"), 0));
    browser.open(page(new ReferenceRun(ReferenceRun.facts("x", 20, 500), trials)), 1280);

    String csv = (String) browser.script("return bnsweep.table.csv()");
    List<List<String>> rows = csv.lines().map(line -> List.of(line.split(",", -1))).toList();
    assertThat(rows.get(0))
        .containsExactly(
            "weight_scale",
            "bn_final_accuracy",
            "plain_final_accuracy",
            "final_accuracy_difference",
            "bn_final_test_accuracy",
            "plain_final_test_accuracy",
            "bn_best_accuracy",
            "plain_best_accuracy",
            "bn_first_epoch_50",
            "plain_first_epoch_50",
            "status",
            "message");
    assertThat(rows.subList(1, 5))
        .extracting(row -> row.get(10))
        .containsExactly("diverged", "diverged", "failed", "ok");
    assertThat(column("status"))
        .containsExactly("both diverged", "diverged without BN", "failed", "ok");

    WebElement search = browser.byId("search");
    search.sendKeys("status=diverged");
    assertThat(browser.byId("count").getText()).isEqualTo("2 of 4");
    search.clear();
    search.sendKeys("both");
    assertThat(browser.byId("count").getText()).isEqualTo("1 of 4");
    search.clear();
    search.sendKeys("bn_first_epoch_50>=0");
    assertThat(column("bn_first_epoch_50")).isNotEmpty().doesNotContain("\u2013");
  }

  private static TrialResult diverged(TrialResult result, int bn, int plain) {
    PairCurves curves = ((TrialResult.Trained) result.outcome()).curves();
    return new TrialResult(
        result.trial(),
        new TrialResult.Trained(
            new PairCurves(
                new NetworkCurve(curves.bn().points(), bn),
                new NetworkCurve(curves.plain().points(), plain))),
        result.seconds());
  }

  @Test
  void brushingAnAxisFiltersTheTable() {
    browser.open(grid, 1280);
    browser.show("parallel-chart");
    assertThat(browser.byId("count").getText()).isEqualTo("2,000 of 2,000");

    // Downwards along the first axis: the larger weight scales.
    browser.drag(browser.byId("parallel-chart"), 60, 60, 60, 200);

    browser.await(() -> browser.byId("count").getText().contains("within the brushed parts"));
    assertThat(browser.byId("count").getText())
        .matches("[1-9]\\d* of 2,000, .*|1,\\d+ of 2,000, .*");
  }

  @Test
  void pickersChangeTheSliceAndThePanels() {
    browser.open(grid, 1280);
    List<WebElement> pickers = browser.all("#pickers select");
    assertThat(pickers).hasSize(2);
    String before = browser.byId("curves-note").getText();

    pickers.get(1).sendKeys(Keys.DOWN);
    assertThat(browser.byId("curves-note").getText()).isNotEqualTo(before);

    pickers.get(0).sendKeys("learning rate");
    assertThat(browser.byId("final-title").getText()).isEqualTo("Final accuracy by learning rate");
  }

  @Test
  void followsTheSystemIntoTheDarkUnlessToldOtherwise() {
    browser.prefer("dark");
    browser.open(defaultRun, 1280);
    assertThat(ground()).isEqualTo("rgb(17, 24, 31)");
    browser.show("curves-chart");
    assertThat(pixels("curves-chart", List.of(0x56, 0xb4, 0xe9))).isGreaterThan(1000);

    browser.byId("theme").sendKeys("light");
    assertThat(ground()).isEqualTo("rgb(255, 255, 255)");
    browser.show("curves-chart");
    assertThat(pixels("curves-chart", BLUE)).isGreaterThan(1000);

    browser.prefer("light");
  }

  @Test
  void axesOfWordsAreChartedAndSearched() {
    browser.open(words, 1280);
    assertThat(browser.byId("final").isDisplayed()).isFalse();
    assertThat(browser.byId("heat-title").getText())
        .isEqualTo("Final accuracy by weight scale and activation");

    browser.byId("search").sendKeys("optimizer=adam weight_scale=he");

    assertThat(browser.byId("count").getText()).isEqualTo("2 of 24");
  }

  @Test
  void tooManyTrialsAreShownAsMeansAndThePageSaysSo() {
    browser.open(means, 1280);

    assertThat(browser.byId("notes").getText())
        .startsWith(
            "10,400 trials are too many to list: this page shows their means over seed, 416 in all.");
    assertThat(browser.byId("trials-title").getText()).isEqualTo("Means");
    assertThat(column("n")).containsOnly("25");
  }

  @Test
  void ofManyLongCurvesThePageSaysHowManyEpochsItShows() throws IOException {
    browser.open(page(new MadeUpRun(50, 100, 1, 400, 1000)), 1280);

    assertThat(browser.byId("notes").getText())
        .isEqualTo(
            "To keep this file small, curves show 49 of 400 epochs.\nTo keep this file small, it"
                + " has accuracies on test samples at the last epoch only.");
    assertThat(browser.byId("count").getText()).isEqualTo("5,000 of 5,000");
  }

  @Test
  void replayShowsTheCommandAndTheLines() {
    browser.open(defaultRun, 1280);

    browser.all("#table tbody tr:nth-child(2) button").get(0).click();

    assertThat(browser.byId("replay-command").getText())
        .startsWith("submit/local.sh trial --set weight_scale=0.5411695265464637")
        .contains("--set 'hidden=[100,100,100,100,100]'")
        .contains("--set seed=0")
        .contains("--set epochs=20");
    assertThat(browser.byId("replay-numpy").getText())
        .contains("pair(\"0.5411695265464637\", 0, mnist(n=1000)");
  }

  @Test
  void replayNamesTheDataOfARunOnOtherThanTheEmbedded() throws IOException {
    browser.open(defaultRun, 1280);
    browser.all("#table tbody tr:nth-child(2) button").get(0).click();
    assertThat(browser.byId("replay-command").getText())
        .endsWith("--set train_size=1000")
        .doesNotContain("source");
    assertThat(browser.byId("replay-source").isDisplayed()).isFalse();
    assertThat(browser.byId("replay-numpy").getText()).startsWith("from reference import");

    browser.open(page(onData("my mnist\nimport os")), 1280);
    browser.all("#table tbody tr:nth-child(2) button").get(0).click();

    assertThat(browser.byId("replay-command").getText())
        .contains("--set train_size=1000 \\\n  --set test_size=500 \\\n")
        .endsWith("--set 'data.source=my mnist import os'");
    assertThat(browser.byId("replay-source").getText())
        .isEqualTo(
            "The samples came from my mnist import os, of which the folders before it are not kept:"
                + " write the whole path in its place.");
    assertThat(browser.byId("replay-numpy").getText().lines().toList())
        .startsWith(
            "# The samples came from my mnist import os: let reference.mnist read that folder, not"
                + " the samples beside it.",
            "from reference import mnist, pair");
  }

  /** The default run as if its samples had come from {@code source}. */
  private static ReferenceRun onData(String source) {
    RunFacts f = ReferenceRun.facts("elsewhere", 20, 500);
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.putObject("data").put("source", source);
    RunFacts facts =
        new RunFacts(
            f.name(),
            f.epochs(),
            f.trainSize(),
            f.testSize(),
            f.seconds(),
            f.ranges(),
            f.rates(),
            f.provenance(),
            settings.toPrettyString());
    return new ReferenceRun(facts, ReferenceRun.of(0).trials());
  }

  @Test
  void tenThousandTrialsOpenInThreeSeconds() {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      times.add(browser.open(large, 1280));
    }

    assertThat(browser.byId("count").getText()).isEqualTo("10,000 of 10,000");
    assertThat(times.stream().min(Duration::compareTo).orElseThrow())
        .isLessThan(Duration.ofSeconds(3));
  }

  private List<String> column(String key) {
    List<String> keys =
        browser.all("#table th").stream().map(e -> e.getDomAttribute("data-key")).toList();
    return browser.all("#table tbody td:nth-child(" + (keys.indexOf(key) + 1) + ")").stream()
        .map(WebElement::getText)
        .toList();
  }

  private String ground() {
    return (String) browser.script("return getComputedStyle(document.body).backgroundColor");
  }

  /** Pixels of about {@code colour} on the chart {@code id}. */
  private long pixels(String id, List<Integer> colour) {
    return browser.pixels(id, colour, List.of(0, 0, 1, 1));
  }

  /** Likewise in one of four by four cells. */
  private long pixels(String id, List<Integer> colour, int column, int row) {
    return browser.pixels(id, colour, List.of(column / 4.0, row / 4.0, 0.25, 0.25));
  }

  private static ReferenceRun failedRun() {
    List<TrialResult> trials = new ArrayList<>();
    for (TrialResult trial : ReferenceRun.of(0).trials()) {
      trials.add(new TrialResult(trial.trial(), new TrialResult.Failed("out of memory"), 1));
    }
    return new ReferenceRun(ReferenceRun.facts("failed", 20, 0), trials);
  }
}
