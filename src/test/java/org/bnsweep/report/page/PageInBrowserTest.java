package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bnsweep.report.ActivationRun;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a whole: its widths, its themes, on paper, and how soon it is there. */
class PageInBrowserTest extends InBrowser {
  private Path defaultRun;
  private Path seeds;
  private Path grid;
  private Path large;
  private Path activations;
  private Path words;
  private Path single;
  private Path means;

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

  private String ground() {
    return (String) browser.script("return getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void tenThousandTrialsOpenInThreeSeconds() {
    Duration work = browser.workOf(() -> browser.open(large, 1280));

    assertThat(browser.byId("count").getText()).isEqualTo("10,000 of 10,000");
    assertThat(work).isBetween(Duration.ofMillis(50), Duration.ofSeconds(3));
  }
}
