package org.bnsweep.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.bnsweep.report.HostileRun;
import org.junit.jupiter.api.Test;

/** Texts from outside that want to be more than text, on the page. */
class PageInjectionInBrowserTest extends InBrowser {

  @Test
  void hostileTextsAreOnlyText() throws IOException {
    browser.open(page(HostileRun.of()), 1280);

    assertThat(browser.script("return typeof window.hacked")).isEqualTo("undefined");
    assertThat(browser.all("img")).isEmpty();
    assertThat((String) browser.script("return document.body.innerText"))
        .contains("on </script><script>window.hacked=1</script>")
        .doesNotContain("\u202e", "\u200b");
    assertThat(browser.byId("name").getText())
        .isEqualTo(
            "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>\"'&"
                + " txt");
    assertThat(browser.all("tbody tr:last-child td.message").get(0).getText())
        .startsWith("=cmd </script>");
    String csv = (String) browser.script("return bnsweep.table.table.csv()");
    assertThat(csv).contains("\"'=cmd </script>");
    for (String formula : HostileRun.FORMULAS) {
      assertThat(csv).containsPattern(",\"?'" + Pattern.quote(formula));
    }
    // Numbers are none.
    assertThat(csv).contains(",-0.315,");
    assertThat(browser.complaints()).isEmpty();
  }
}
