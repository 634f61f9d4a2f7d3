package org.bnsweep.report.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.model.RunDataReader;
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
  static final List<Integer> BLUE = List.of(0x00, 0x72, 0xb2);
  static final List<Integer> ORANGE = List.of(0xd5, 0x5e, 0x00);

  Browser browser;
  private Path folder;
  private int pages;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    this.folder = folder;
    browser = Browser.orSkip(folder.resolve("profile"));
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
      Page.write(RunDataReader.read(source), out);
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

  /** The texts of the table's column {@code key}, on its first page. */
  List<String> column(String key) {
    List<String> keys =
        browser.all("#table th").stream().map(e -> e.getDomAttribute("data-key")).toList();
    return browser.all("#table tbody td:nth-child(" + (keys.indexOf(key) + 1) + ")").stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Pixels of about {@code colour} on the chart {@code id}. */
  long pixels(String id, List<Integer> colour) {
    return browser.pixels(id, colour, List.of(0, 0, 1, 1));
  }

  /** Likewise in one of four by four cells. */
  long pixels(String id, List<Integer> colour, int column, int row) {
    return browser.pixels(id, colour, List.of(column / 4.0, row / 4.0, 0.25, 0.25));
  }
}
