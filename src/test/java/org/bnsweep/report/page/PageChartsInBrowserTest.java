package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bnsweep.report.ActivationRun;
import org.bnsweep.report.DropoutRun;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page's charts, by their pixels, and what changes them. */
class PageChartsInBrowserTest extends InBrowser {
  private Path defaultRun;
  private Path grid;
  private Path activations;
  private Path words;

  @BeforeAll
  void write() throws IOException {
    defaultRun = page(ReferenceRun.of(0));
    grid = page(new MadeUpRun(20, 20, 5, 10, 1000));
    activations = page(new ActivationRun(ReferenceRun.of(0)));
    words = page(ReferenceRun.ofWords());
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
  void theFinalAccuracyHasAGapWhereEveryTrialFailed() throws IOException {
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of(0, 1).trials());
    for (int failed : List.of(5, 16 + 5)) {
      TrialResult trial = trials.get(failed);
      trials.set(failed, new TrialResult(trial.trial(), new TrialResult.Failed("no memory"), 1));
    }
    browser.open(page(new ReferenceRun(ReferenceRun.facts("gap", 20, 0), trials)), 1280);
    browser.show("final-chart");

    String series =
        (String)
            browser.script(
                "const o = echarts.getInstanceByDom(document.getElementById('final-chart')).getOption();"
                    + "return o.series.map((s) => s.type + ' ' + s.data.map((d) => d.value === undefined"
                    + " ? '' : d.value[1] === null ? 'gap' : 'point').join(' ')).join('\\n')");
    String line = "line" + " point".repeat(10) + " gap" + " point".repeat(5);
    assertThat(series.lines().map(String::strip))
        .containsExactly("custom", "custom", line, "custom", "custom", line);
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
  void powersOfTenAtTheEndsAreLabelledOnlyIfTheyAreSteps() {
    browser.open(activations, 360);
    browser.show("activations-chart");

    String labels =
        (String)
            browser.script(
                "return echarts.getInstanceByDom(document.getElementById('activations-chart'))"
                    + ".getModel().getComponent('xAxis', 0).axis.getViewLabels()"
                    + ".map((label) => label.formattedLabel || '-').join(' ')");
    assertThat(labels).isEqualTo("1e-9 1e-6 0.001 1 -");
  }

  @Test
  void seedsHaveNoTicksBetweenThem() throws IOException {
    browser.open(page(ReferenceRun.of(0, 1)), 1280);
    browser.show("parallel-chart");

    Object steps =
        browser.script(
            "return echarts.getInstanceByDom(document.getElementById('parallel-chart')).getOption()"
                + ".parallelAxis.map((a) => a.name + ' ' + a.minInterval).join()");
    assertThat(steps).asString().contains(",seed 1,");
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
  void aChartIsDrawnAgainUnderTheMouseWithoutAComplaint() {
    browser.open(grid, 1280);
    browser.show("curves-chart");
    WebElement chart = browser.byId("curves-chart");
    browser.hover(chart, 0.25, 0.12);
    browser.await(() -> chart.getText().contains("epoch"));

    // By a script, as the mouse has to stay; then time for what the library planned to do later.
    browser.script(
        "const picker = document.querySelectorAll('#pickers select')[1];"
            + "picker.selectedIndex = 3; picker.dispatchEvent(new Event('change', {bubbles: true}));"
            + "return new Promise((done) => setTimeout(done, 200))");

    assertThat(browser.complaints()).isEmpty();
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
  void axesOfWordsAreChartedAndSearched() {
    browser.open(words, 1280);
    assertThat(browser.byId("final").isDisplayed()).isFalse();
    assertThat(browser.byId("heat-title").getText())
        .isEqualTo("Final accuracy by weight scale and activation");

    browser.byId("search").sendKeys("optimizer=adam weight_scale=he");

    assertThat(browser.byId("count").getText()).isEqualTo("2 of 24");
  }

  @Test
  void anyTwoAxesHaveAHeatMap() {
    browser.open(words, 1280);

    picker("heat maps against").sendKeys("optimizer");
    assertThat(browser.byId("heat-title").getText())
        .isEqualTo("Final accuracy by weight scale and optimizer");

    picker("a panel per").sendKeys("activation");
    assertThat(browser.byId("heat-title").getText())
        .isEqualTo("Final accuracy by activation and optimizer");
    assertThat(picker("heat maps against").getText()).isEqualTo("weight scale\noptimizer");
    browser.show("heat-bn");
    assertThat(browser.complaints()).isEmpty();

    browser.open(grid, 1280);
    assertThat(browser.byId("pickers").getText()).as("two axes").doesNotContain("heat maps");
  }

  private WebElement picker(String label) {
    return browser.all("#pickers label").stream()
        .filter(l -> l.getText().startsWith(label))
        .findFirst()
        .orElseThrow()
        .findElement(By.tagName("select"));
  }

  @Test
  void labelsOfAHeatMapDoNotLieOnEachOther() throws IOException {
    browser.open(page(new MadeUpRun(50, 100, 1, 2, 0)), 1280);
    browser.show("heat-bn");

    String intervals =
        (String)
            browser.script(
                "const o = echarts.getInstanceByDom(document.getElementById('heat-bn')).getOption();"
                    + "return o.xAxis[0].axisLabel.interval + ' ' + o.yAxis[0].axisLabel.interval");
    // 50 columns in 294 pixels, 100 rows in 258: a label of 15 pixels every third, every sixth.
    assertThat(intervals).isEqualTo("2 5");
    browser.open(words, 1280);
    browser.show("heat-bn");
    assertThat(
            browser.number(
                "echarts.getInstanceByDom(document.getElementById('heat-bn'))"
                    + ".getOption().xAxis[0].axisLabel.interval"))
        .isZero();
  }
}
