package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bnsweep.report.ActivationRun;
import org.bnsweep.report.DropoutRun;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page says in words: the headline, and what it leaves out. */
class PageWordsInBrowserTest extends InBrowser {
  private Path defaultRun;
  private Path large;
  private Path means;
  private Path failed;

  @BeforeAll
  void write() throws IOException {
    defaultRun = page(ReferenceRun.of(0));
    large = page(new MadeUpRun(100, 100, 1, 20, 1000));
    means = page(new MadeUpRun(16, 26, 25, 5, 1000));
    failed = page(failedRun());
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
            "After 3 epochs the best setting with Batch Normalization has an accuracy of 1.000, the"
                + " best without it 1.000. At the end the network with it is the better one at 2 of 3"
                + " settings, the one without at 0. On test samples the best with it ends at 0.771, the"
                + " best without at 0.768. There the network with it is the better one at 2 of 3 settings, the"
                + " one without at 1.");
  }

  @Test
  void theBestIsThatOfTheLastEpochAndSaidSo() {
    browser.open(defaultRun, 1280);

    assertThat(browser.byId("tiles").getText())
        .startsWith("Best at the end, with BN\n")
        .contains("Best at the end, without BN\n");
    assertThat(column("bn_best_accuracy")).isNotEqualTo(column("bn_final_accuracy"));
  }

  @Test
  void aSampleSaysWhatItShowsOfTheGrid() throws IOException {
    // Of he, 0.1 and 0.01 with their optimizers and activations: one setting of each scale.
    List<TrialResult> all = ReferenceRun.ofWords(0.1, 0.01).trials();
    List<TrialResult> points = List.of(all.get(0), all.get(17), all.get(26));
    browser.open(page(new ReferenceRun(ReferenceRun.facts("points", 20, 0), points)), 1280);

    assertThat(browser.byId("curves-note").getText())
        .contains("Of 3 values of weight scale, 1 was tried there.")
        .doesNotContain("interval");
    assertThat(browser.byId("final").isDisplayed()).as("without a point to show").isFalse();
    assertThat(browser.byId("heat-note").getText()).endsWith(" Grey where nothing was trained.");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void weightScalesThatAreWordsAreCalledSoAndLeftOutWithAWord() throws IOException {
    browser.open(page(ReferenceRun.ofWords(0.1, 0.01)), 1280);

    assertThat(browser.byId("curves-note").getText())
        .contains("the standard deviation of the initial weights or the rule that gives it.");
    assertThat(browser.byId("final-note").getText())
        .endsWith("; without he, xavier, which have no place on this axis.");
    assertThat(browser.byId("heat-note").getText()).doesNotContain("Grey");
    browser.open(defaultRun, 1280);
    assertThat(browser.byId("curves-note").getText())
        .contains("the standard deviation of the initial weights.");
    assertThat(browser.byId("final-note").getText()).isEqualTo("After 20 epochs.");
  }

  @Test
  void theSpreadNamesTheSeedThatItIsOf() throws IOException {
    browser.open(page(new ActivationRun(ReferenceRun.of(1, 2))), 1280);

    assertThat(browser.byId("spread-note").getText())
        .isEqualTo(
            "Standard deviation of each layer's activations at epoch 0, seed 1; the deeper the layer,"
                + " the stronger its line.");
  }

  @Test
  void oneEpochIsNotSeveral() throws IOException {
    browser.open(page(new MadeUpRun(3, 1, 1, 1, 0)), 1280);

    assertThat(browser.byId("final-note").getText()).isEqualTo("After 1 epoch.");
  }

  @Test
  void whatHasFailedSaysSo() throws IOException {
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of(0, 1).trials());
    TrialResult.Failed noMemory = new TrialResult.Failed("no memory");
    trials.set(1, new TrialResult(trials.get(1).trial(), noMemory, 1));
    trials.set(17, new TrialResult(trials.get(17).trial(), noMemory, 1));
    browser.open(page(new ReferenceRun(ReferenceRun.facts("some", 20, 0), trials)), 1280);

    assertThat(browser.byId("curves-chart").getDomAttribute("aria-label"))
        .contains("; W:0.5412, failed: \u2013 with BN, \u2013 without; W:0.2929: ");
  }

  @Test
  void whereNothingTrainedThePageSaysSo() {
    browser.open(failed, 1280);
    charts().forEach(browser::show);

    assertThat(browser.byId("headline").getText())
        .isEqualTo("Every trial has failed; the table has the messages.");
    assertThat(browser.complaints()).isEmpty();
  }

  private static ReferenceRun failedRun() {
    List<TrialResult> trials = new ArrayList<>();
    for (TrialResult trial : ReferenceRun.of(0).trials()) {
      trials.add(new TrialResult(trial.trial(), new TrialResult.Failed("out of memory"), 1));
    }
    return new ReferenceRun(ReferenceRun.facts("failed", 20, 0), trials);
  }

  @Test
  void whatADensePageLeavesOutItSays() {
    browser.open(large, 1280);

    assertThat(browser.byId("notes").getText())
        .endsWith("it has accuracies on test samples at the last epoch only.");
    assertThat(browser.byId("curves-note").getText()).doesNotContain("dotted");
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
}
