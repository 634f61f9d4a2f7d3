package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page's table of trials: sorted, searched, brushed, and each trial's replay. */
class PageTableInBrowserTest extends InBrowser {
  private Path defaultRun;
  private Path seeds;
  private Path grid;

  @BeforeAll
  void write() throws IOException {
    defaultRun = page(ReferenceRun.of(0));
    seeds = page(ReferenceRun.of(0, 1, 2));
    grid = page(new MadeUpRun(20, 20, 5, 10, 1000));
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
  void searchFindsWhatTheTableShows() {
    browser.open(seeds, 1280);

    // 0.00034145488738336, also written 3.4145488738336E-4.
    assertThat(found("0.0003415")).isEqualTo("3 of 48");
    assertThat(found("weight_scale=0.0003415")).isEqualTo("3 of 48");
    assertThat(found("Weight_scale=0.0003415")).isEqualTo("3 of 48");
    assertThat(found("weight_scale!=0.0003415")).isEqualTo("45 of 48");
    assertThat(found("weight_scale<=0.0003415")).isEqualTo("9 of 48");
    assertThat(found("weight_scale<0.0003415")).isEqualTo("6 of 48");
    assertThat(found("weight_scale>=0.0003415")).isEqualTo("42 of 48");
    assertThat(found("weight_scale>0.0003415")).isEqualTo("39 of 48");
    assertThat(found("weight_scale>=3.4e-4")).isEqualTo("42 of 48");
  }

  @Test
  void numbersAmongWordsAreSortedAndComparedAsNumbers() throws IOException {
    browser.open(page(ReferenceRun.ofWords(1e-4, 0.01, 2)), 1280);

    browser.all("th[data-key=weight_scale] button").get(0).click();
    assertThat(column("weight_scale").stream().distinct())
        .containsExactly("0.0001", "0.01", "2.0", "he", "xavier");
    assertThat(found("weight_scale>=0.01")).isEqualTo("16 of 40");
    assertThat(found("weight_scale=0.0001")).isEqualTo("8 of 40");
    assertThat(found("weight_scale=he")).isEqualTo("8 of 40");
    assertThat(found("weight_scale!=he")).isEqualTo("32 of 40");
    assertThat(found("optimizer=ADAM")).isEqualTo("10 of 40");
  }

  @Test
  void listsAreSortedByTheirNumbers() throws IOException {
    List<TrialResult> trials = new ArrayList<>();
    for (List<Integer> hidden :
        List.of(List.of(100, 50), List.of(50, 50), List.of(50), List.of(9, 9))) {
      Hyperparameters settings =
          Hyperparameters.builder().weightScale(WeightScale.of(0.1)).hidden(hidden).build();
      trials.add(
          new TrialResult(
              new Trial(String.format(Locale.ROOT, "%032x", trials.size()), settings),
              ReferenceRun.of(0).trials().get(0).outcome(),
              1));
    }
    browser.open(page(new ReferenceRun(ReferenceRun.facts("lists", 20, 0), trials)), 1280);

    browser.all("th[data-key=hidden] button").get(0).click();

    assertThat(column("hidden")).containsExactly("[9,9]", "[50]", "[50,50]", "[100,50]");
  }

  /** How many rows there are when {@code words} are searched. */
  private String found(String words) {
    WebElement search = browser.byId("search");
    search.clear();
    search.sendKeys(words);
    return browser.byId("count").getText();
  }

  @Test
  void onPaperTheHeadsAreTextThatEverySheetRepeats() {
    browser.open(seeds, 1280);
    browser.layOutForPrint(700);
    try {
      assertThat(browser.all("#table th button")).noneMatch(WebElement::isDisplayed);
      Object heads =
          browser.script(
              "return [...document.querySelectorAll('#table th[data-key]')]"
                  + ".map((th) => getComputedStyle(th, '::before').content).join()");
      assertThat(heads)
          .asString()
          .startsWith("\"weight scale\",\"seed\",\"with BN\",\"without BN\",\"difference\",");
    } finally {
      browser.endPrint();
    }
  }

  @Test
  void columnsAreCalledAsInTheTablesOfTheRunFolder() throws IOException {
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of(0).trials().subList(0, 4));
    trials.set(0, diverged(trials.get(0), 3, 5));
    trials.set(1, diverged(trials.get(1), NetworkCurve.NEVER, 5));
    trials.set(2, new TrialResult(trials.get(2).trial(), new TrialResult.Failed("no memory"), 0));
    browser.open(page(new ReferenceRun(ReferenceRun.facts("x", 20, 500), trials)), 1280);

    String csv = (String) browser.script("return bnsweep.table.table.csv()");
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
        Outcomes.trained(
            new PairCurves(
                new NetworkCurve(curves.normalized().points(), bn),
                new NetworkCurve(curves.plain().points(), plain))),
        result.seconds());
  }

  @Test
  void aTableThatFitsHasNoScrollBar() {
    browser.open(defaultRun, 1280);

    String region = "document.querySelector('#trials .scroll')";
    assertThat(browser.number(region + ".scrollWidth"))
        .isEqualTo(browser.number(region + ".clientWidth"));
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
  void whatIsBrushedStaysInOtherColoursWidthsAndOnPaper() {
    browser.open(grid, 1280);
    browser.show("parallel-chart");
    browser.drag(browser.byId("parallel-chart"), 60, 60, 60, 200);
    browser.await(() -> browser.byId("count").getText().contains("within the brushed parts"));
    String count = browser.byId("count").getText();
    Object brushed = browser.script(BRUSHED);
    assertThat(brushed).asString().matches("\\[\\[\\[0\\.\\d+,0\\.\\d+]](,\\[]){4}]");

    browser.prefer("dark");
    browser.await(() -> browser.script(COLOURED_FOR).equals("dark"));
    assertBrushed(brushed, count);
    // The library's own colour of a part, which would hide the axis behind it.
    assertThat(browser.pixels("parallel-chart", List.of(210, 219, 238), List.of(0, 0, 1, 1)))
        .isZero();
    browser.prefer("light");
    browser.await(() -> browser.script(COLOURED_FOR).equals("light"));
    assertBrushed(brushed, count);

    browser.size(1000, 900);
    browser.await(() -> browser.number(CHART + ".getWidth()") < 1000);
    assertBrushed(brushed, count);

    browser.layOutForPrint(700);
    assertBrushed(brushed, count);
    browser.endPrint();
    assertBrushed(brushed, count);
    assertThat(browser.complaints()).isEmpty();
  }

  private static final String CHART =
      "echarts.getInstanceByDom(document.getElementById('parallel-chart'))";

  private static final String BRUSHED =
      "return JSON.stringify("
          + CHART
          + ".getModel().queryComponents({mainType: 'parallelAxis'}).map((a) =>"
          + " a.activeIntervals))";

  private static final String COLOURED_FOR =
      "return "
          + CHART
          + ".getOption().visualMap[0].inRange.color[0] === bnsweep.theme.theme.colour('line')"
          + " ? document.documentElement.dataset.theme : ''";

  private void assertBrushed(Object brushed, String count) {
    assertThat(browser.script(BRUSHED)).isEqualTo(brushed);
    // Paper shows no count, but what it shows are these rows.
    assertThat(browser.byId("count").getDomProperty("textContent")).isEqualTo(count);
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
    RunFacts facts =
        new RunFacts(
            f.name(),
            f.epochs(),
            f.trainSize(),
            f.testSize(),
            Optional.of(source),
            f.seconds(),
            f.ranges(),
            f.rates(),
            f.making(),
            f.reading(),
            f.configuration());
    return new ReferenceRun(facts, ReferenceRun.of(0).trials());
  }
}
