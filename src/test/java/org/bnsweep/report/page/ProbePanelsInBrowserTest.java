package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bnsweep.report.ProbeRun;
import org.bnsweep.report.ReferenceRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The panels of the gradients and of the loss along them. */
class ProbePanelsInBrowserTest extends InBrowser {
  private Path probes;

  @BeforeAll
  void write() throws IOException {
    probes = page(new ProbeRun(ReferenceRun.of(0)));
  }

  @Test
  void showsTheGradientsOfBothNetworksInAPanelPerLayer() {
    browser.open(probes, 1280);
    browser.show("gradients-chart");

    assertThat(browser.byId("gradients-note").getText())
        .isEqualTo(
            "W:0.007356, the gradient's norm at epoch 0: without BN it goes from 6.73e-8 in layer 1"
                + " to 1 in layer 6, with BN it goes from 0.5 in layer 1 to 0.5 in layer 6.");
    for (int panel = 0; panel < 6; panel++) {
      List<Double> part = List.of(panel / 6.0, 0.0, 1 / 6.0, 1.0);
      assertThat(browser.pixels("gradients-chart", BLUE, part)).isGreaterThan(50);
      assertThat(browser.pixels("gradients-chart", ORANGE, part)).isGreaterThan(50);
    }
    WebElement chart = browser.byId("gradients-chart");
    browser.hover(chart, 0.1, 0.4);
    browser.await(() -> chart.getText().contains("layer 1, epoch"));
    assertThat(chart.getText()).contains("gradient norm", "with BN 0.", "without BN ");

    choose("gradients-pickers", "update ratio");
    choose("gradients-pickers", "W:1.0");

    assertThat(browser.byId("gradients-note").getText())
        .isEqualTo(
            "W:1.0, the update ratio at epoch 0: without BN it is not finite, with BN it goes from"
                + " 0.005 in layer 1 to 0.005 in layer 6. Left out: 120 of 120 without BN that are"
                + " not finite.");
    browser.show("gradients-chart");
    assertThat(pixels("gradients-chart", ORANGE)).isZero();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void showsTheBandOfLossesOfBothNetworks() {
    browser.open(probes, 360);
    browser.show("landscape-chart");

    assertThat(browser.byId("landscape-note").getText())
        .isEqualTo(
            "W:0.007356, the loss along the gradient at epoch 19: without BN from 0.05 to 0.2, with"
                + " BN from 0.095 to 0.11.");
    assertThat(pixels("landscape-chart", BLUE)).isGreaterThan(50);
    assertThat(pixels("landscape-chart", ORANGE)).isGreaterThan(50);
    WebElement chart = browser.byId("landscape-chart");
    browser.hover(chart, 0.6, 0.4);
    browser.await(() -> chart.getText().contains("loss along the gradient"));
    assertThat(chart.getText()).contains("with BN 0.", " to ");

    choose("landscape-pickers", "W:1.0");

    assertThat(browser.byId("landscape-note").getText())
        .endsWith("Left out, as not finite: 20 of 100 losses without BN.");
    browser.byId("show-plain").click();
    browser.show("landscape-chart");
    assertThat(pixels("landscape-chart", ORANGE)).isZero();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aRunThatRecordedNeitherHasNoPanels() throws IOException {
    browser.open(page(ReferenceRun.of(0)), 1280);

    assertThat(browser.byId("gradients").isDisplayed()).isFalse();
    assertThat(browser.byId("landscape").isDisplayed()).isFalse();
  }

  private void choose(String pickers, String text) {
    browser.byId(pickers).findElements(By.tagName("option")).stream()
        .filter(option -> option.getText().equals(text))
        .findFirst()
        .orElseThrow()
        .click();
  }
}
