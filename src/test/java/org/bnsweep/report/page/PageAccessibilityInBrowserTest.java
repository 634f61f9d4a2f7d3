package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bnsweep.report.ActivationRun;
import org.bnsweep.report.HostileRun;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page for who sees little, uses no mouse, or has it read aloud. */
class PageAccessibilityInBrowserTest extends InBrowser {
  private Path defaultRun;
  private Path grid;
  private Path means;
  private Path words;
  private Path activations;
  private Path single;
  private Path hostile;

  @BeforeAll
  void write() throws IOException {
    defaultRun = page(ReferenceRun.of(0));
    grid = page(new MadeUpRun(20, 20, 5, 10, 1000));
    means = page(new MadeUpRun(16, 26, 25, 5, 1000));
    words = page(ReferenceRun.ofWords());
    activations = page(new ActivationRun(ReferenceRun.of(0)));
    single = page(new MadeUpRun(1, 1, 1, 1, 0));
    hostile = page(HostileRun.of());
  }

  @Test
  void theKeyboardReachesTheTableFirst() {
    browser.open(defaultRun, 1280);

    browser.all("body").get(0).sendKeys(Keys.TAB);

    assertThat(browser.script("return document.activeElement.textContent"))
        .isEqualTo("Skip to the table of trials");
  }

  @Test
  void theKeyboardReachesEverythingThatCanBePressedInTheOrderOfThePage() {
    browser.open(grid, 1280);
    List<String> reached = new ArrayList<>();
    WebElement body = browser.all("body").get(0);

    for (int i = 0; i < 30; i++) {
      (i == 0 ? body : browser.focused()).sendKeys(Keys.TAB);
      reached.add(
          (String)
              browser.script(
                  "const e = document.activeElement; return e.id || e.textContent.slice(0, 15)"));
    }

    assertThat(reached)
        .containsSubsequence(
            "Skip to the table of trials".substring(0, 15),
            "theme",
            "show-bn",
            "show-plain",
            "show-test",
            "search",
            "copy",
            "weight scale",
            "learning rate",
            "with BN",
            "status",
            "replay",
            "replay");
    assertThat(browser.all("#pickers select"))
        .allMatch(e -> e.getDomProperty("tabIndex").equals("0"));

    browser.focused().sendKeys(Keys.ENTER);
    assertThat(browser.byId("replay").isDisplayed()).isTrue();
    browser.focused().sendKeys(Keys.ESCAPE);
    assertThat(browser.byId("replay").isDisplayed()).isFalse();
    assertThat(browser.focused().getText()).isEqualTo("replay");
  }

  @Test
  void everyHeadingOfATableTellsWhatItHeads() {
    for (Path page : List.of(defaultRun, means, activations)) {
      browser.open(page, 1280);

      assertThat(browser.all("th")).isNotEmpty();
      assertThat(browser.all("th"))
          .allMatch(th -> List.of("col", "row").contains(th.getDomAttribute("scope")))
          .allMatch(th -> !th.getDomProperty("textContent").isBlank());
    }
  }

  @Test
  void everyTextStandsOutFromItsGround() {
    for (String theme : List.of("light", "dark")) {
      browser.prefer(theme);
      for (Path page : List.of(grid, activations, hostile)) {
        browser.open(page, 1280);
        browser.show("curves-chart");
        browser.hover(browser.byId("curves-chart"), 0.25, 0.12);
        browser.await(() -> !browser.all(".tip .plain").isEmpty());

        assertThat((List<?>) browser.script(FAINT_TEXTS)).as(theme + " " + page).isEmpty();
      }
    }
    browser.prefer("light");
  }

  @Test
  void partsOfTheAxesAreChosenWithTheKeyboardAsWithTheMouse() {
    browser.open(grid, 1280);
    browser.show("parallel-chart");
    browser.all("#parts summary").get(0).sendKeys(Keys.ENTER);
    browser.focused().sendKeys(Keys.TAB);
    assertThat(browser.focused().getDomAttribute("aria-label")).isEqualTo("weight scale from");
    assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");

    browser.focused().sendKeys(Keys.END);

    // One of twenty scales; with the largest of twenty rates, five seeds.
    browser.await(() -> count().equals("100 of 2,000, within the brushed parts"));
    browser.focused().sendKeys(Keys.TAB, Keys.TAB);
    browser.focused().sendKeys(Keys.END);
    browser.await(() -> count().equals("5 of 2,000, within the brushed parts"));
    assertThat(browser.focused().getDomAttribute("aria-label")).isEqualTo("learning rate from");

    WebElement accuracy = browser.all("[aria-label='accuracy with BN from']").get(0);
    accuracy.sendKeys("0.99", Keys.TAB);
    browser.await(() -> count().equals("0 of 2,000, within the brushed parts"));

    browser.byId("parts-clear").sendKeys(Keys.ENTER);
    browser.await(() -> count().equals("2,000 of 2,000"));
    assertThat(browser.all("#parts select").get(0).getDomProperty("value")).isEmpty();
    assertThat(accuracy.getDomProperty("value")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void partsOfAnAxisOfWordsAreItsWords() {
    browser.open(words, 1280);
    browser.show("parallel-chart");
    browser.all("#parts summary").get(0).sendKeys(Keys.ENTER);

    browser.all("[aria-label='optimizer']").get(0).sendKeys("adam");

    browser.await(() -> count().equals("6 of 24, within the brushed parts"));
  }

  @Test
  void whatTheMouseChoseTheControlsSay() {
    browser.open(grid, 1280);
    browser.show("parallel-chart");

    browser.drag(browser.byId("parallel-chart"), 60, 60, 60, 200);

    browser.await(() -> count().contains("within the brushed parts"));
    browser.all("#parts summary").get(0).click();
    List<String> chosen =
        browser.all("#parts select option:checked").stream().map(WebElement::getText).toList();
    assertThat(Double.parseDouble(chosen.get(0))).isBetween(0.001, 0.1);
    assertThat(Double.parseDouble(chosen.get(1))).isBetween(0.1, 1.0);
    assertThat(chosen.subList(2, 6)).containsOnly("any");
  }

  private String count() {
    return browser.byId("count").getText();
  }

  /** Texts with a contrast below 4.5 (WCAG 2, AA), and edges of what can be pressed below 3. */
  private static final String FAINT_TEXTS =
      """
      const channel = (c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
      const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
      const contrast = (a, b) => {
        const [low, high] = [light(parts(a)), light(parts(b))].sort((x, y) => x - y);
        return (high + 0.05) / (low + 0.05);
      };
      const ground = (e) => {
        for (; e; e = e.parentElement) {
          const colour = getComputedStyle(e).backgroundColor;
          if (parts(colour)[3] !== 0) return colour;
        }
        return 'rgb(255, 255, 255)';
      };
      const faint = [];
      for (const e of document.body.querySelectorAll('*')) {
        if (!e.checkVisibility() || e.disabled || e.closest('.unseen, .skip, option, script')) continue;
        const style = getComputedStyle(e);
        const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        if (own && contrast(style.color, ground(e)) < 4.5) faint.push(e.outerHTML.slice(0, 80));
        if (e.matches('input, select, button') && style.borderTopWidth !== '0px'
            && contrast(style.borderTopColor, ground(e.parentElement)) < 3) faint.push('edge of ' + e.outerHTML.slice(0, 80));
      }
      return faint;
      """;

  @Test
  void everyChartHasAnAlternativeText() {
    for (Path page : List.of(defaultRun, grid, activations, words, single)) {
      browser.open(page, 1280);

      assertThat(charts()).isNotEmpty();
      for (String id : charts()) {
        assertThat(browser.byId(id).getDomAttribute("role")).as(id).isEqualTo("img");
        assertThat(browser.byId(id).getDomAttribute("aria-label")).as(id).isNotEmpty();
      }
    }
  }
}
