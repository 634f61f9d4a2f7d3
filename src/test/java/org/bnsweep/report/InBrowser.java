package org.bnsweep.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Tests of pages in a browser of their own; skipped, with a line that says so, without one. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {
  Browser browser;
  private Path folder;
  private int pages;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    boolean available = Browser.available();
    if (!available) {
      System.out.println("skipped: no chromium with chromedriver on the PATH, so no browser tests");
    }
    assumeTrue(available, "no chromium with chromedriver on the PATH");
    this.folder = folder;
    browser = new Browser(folder.resolve("profile"));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** The page of {@code source} as a file. */
  Path page(RunSource source) throws IOException {
    Path file = folder.resolve("page-" + ++pages + ".html");
    try (OutputStream out = Files.newOutputStream(file)) {
      Page.write(Condenser.read(source), out);
    }
    return file;
  }

  /** Ids of the charts that are shown. */
  List<String> charts() {
    return browser.all(".chart").stream()
        .filter(WebElement::isDisplayed)
        .map(e -> e.getDomAttribute("id"))
        .toList();
  }
}
