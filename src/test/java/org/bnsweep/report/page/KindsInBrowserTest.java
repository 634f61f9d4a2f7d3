package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bnsweep.report.ReferenceRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** A run with several normalizations: the kinds beside each other. */
class KindsInBrowserTest extends InBrowser {
  private static final List<Integer> GREEN = List.of(0x00, 0x9e, 0x73);
  private static final List<Integer> PURPLE = List.of(0xcc, 0x79, 0xa7);

  private Path kinds;

  @BeforeAll
  void write() throws IOException {
    kinds = page(ReferenceRun.of("BATCH LAYER RMS"));
  }

  @Test
  void theFinalAccuracyHasALineOfEachKindAndOneWithout() {
    browser.open(kinds, 1280);
    assertThat(browser.all("#legend .key").stream().map(WebElement::getText).toList())
        .startsWith("with BN", "with LN", "with RMS", "without norm");
    browser.show("final-chart");

    for (List<Integer> colour : List.of(BLUE, GREEN, PURPLE, ORANGE)) {
      assertThat(pixels("final-chart", colour)).as("%s", colour).isGreaterThan(50);
    }
    assertThat(browser.byId("final-chart").getDomAttribute("aria-label"))
        .contains(" with BN, ", " with LN, ", " with RMS, ", " without");

    browser.byId("show-rms").click();

    browser.show("final-chart");
    assertThat(pixels("final-chart", PURPLE)).isZero();
    assertThat(pixels("final-chart", GREEN)).isGreaterThan(50);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theAnswersNameEachKind() {
    browser.open(kinds, 360);

    assertThat(browser.byId("headline").getText())
        .startsWith(
            "Of 4.0 decades of weight scale, networks with Batch Normalization train to an accuracy"
                + " of 0.5 in 20 epochs over 3.7 decades ")
        .contains(
            "; with Layer Normalization, over 2.7 decades (0.0001 to 0.04642); with RMSNorm, at no"
                + " weight scale; without any, over 0.3 decades ",
            " At the end the network with BN is the better one at 2 of 4 settings,",
            "; the one with LN at ",
            "; the one with RMS at ");
    assertThat(browser.byId("tiles").getText())
        .contains(
            "Best at the end, with BN\n",
            "Best at the end, with RMS\n",
            "Best at the end, without norm\n",
            "3.7 / 2.7 / none / 0.3\nwith BN / with LN / with RMS / without\n",
            "0 / 0 / 0 / 0\nwith BN / with LN / with RMS / without, in pairs of any kind\n")
        .doesNotContain("norm /", "with norm");
  }

  @Test
  void everyKindHasItsHeatMaps() {
    browser.open(kinds, 360);
    browser.show("heat-ln");

    assertThat(charts())
        .contains(
            "heat-bn",
            "heat-ln",
            "heat-rms",
            "heat-plain",
            "heat-difference-bn",
            "heat-difference-ln",
            "heat-difference-rms");
    assertThat(browser.byId("heat-title").getText())
        .isEqualTo("Final accuracy by weight scale and learning rate");
    assertThat(browser.byId("pickers").getText()).doesNotContain("normalization");
    browser.show("heat-difference-rms");
    assertThat(browser.complaints()).isEmpty();
  }
}
