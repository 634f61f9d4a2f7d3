package org.bnsweep.report.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The system's Chromium without a window. */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** It warns of a protocol version that nothing here uses; held, or its level is forgotten. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  static {
    SELENIUM.setLevel(Level.SEVERE);
  }

  private final ChromeDriver driver;

  private Browser(Path folder) {
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium().orElseThrow().toString());
    options.setCapability("goog:loggingPrefs", logging);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--force-prefers-reduced-motion",
        "--user-data-dir=" + folder);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(driver().orElseThrow().toFile())
                .build(),
            options);
  }

  /** Starts one that keeps its files in {@code folder}; where there is none, skips the test. */
  public static Browser orSkip(Path folder) {
    boolean available = chromium().isPresent() && driver().isPresent();
    if (!available) {
      System.out.println("skipped: no chromium with chromedriver on the PATH, so no browser tests");
    }
    assumeTrue(available, "no chromium with chromedriver on the PATH");
    return new Browser(folder);
  }

  private static Optional<Path> chromium() {
    return onPath("chromium", "chromium-browser", "google-chrome");
  }

  private static Optional<Path> driver() {
    return onPath("chromedriver");
  }

  private static Optional<Path> onPath(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens the page at {@code width} pixels and waits until it is drawn. */
  void open(Path page, int width) {
    visit(page.toUri(), width);
    awaitDrawn();
  }

  /**
   * The processor time that the page's thread takes while {@code visit} opens a page: what others
   * do on the machine does not count, as it would in a time by the clock.
   */
  Duration workOf(Runnable visit) {
    driver.get("about:blank");
    driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
    double before = taskSeconds();
    visit.run();
    double after = taskSeconds();
    driver.executeCdpCommand("Performance.disable", Map.of());
    return Duration.ofNanos((long) (1e9 * (after - before)));
  }

  private double taskSeconds() {
    List<?> metrics =
        (List<?>) driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
    return metrics.stream()
        .map(metric -> (Map<?, ?>) metric)
        .filter(metric -> "TaskDuration".equals(metric.get("name")))
        .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue())
        .findFirst()
        .orElseThrow();
  }

  /** Goes to {@code page} at {@code width} pixels. */
  public void visit(URI page, int width) {
    size(width, 900);
    complaints(); // of the page before
    driver.get(page.toString());
  }

  public void awaitDrawn() {
    await(() -> script("return document.documentElement.dataset.drawn === 'true'").equals(true));
  }

  /** Sets the size of what the page sees, which a window cannot have below 500. */
  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Makes the system prefer {@code scheme}, light or dark. */
  void prefer(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Lays the page out as on paper of {@code width} pixels, as the browser does to print it. */
  void layOutForPrint(int width) {
    script("window.dispatchEvent(new Event('beforeprint'))");
    size(width, 900);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  /** Goes back to the screen. */
  void endPrint() {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    script("window.dispatchEvent(new Event('afterprint'))");
  }

  /** What has the keyboard. */
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  public Object script(String script, Object... arguments) {
    return Optional.ofNullable(driver.executeScript(script, arguments)).orElse("");
  }

  /** The number that {@code expression} gives. */
  public double number(String expression) {
    return ((Number) script("return " + expression)).doubleValue();
  }

  public WebElement byId(String id) {
    return driver.findElement(By.id(id));
  }

  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Scrolls to the chart {@code id} and waits until it has been drawn. */
  public void show(String id) {
    script(
        "document.getElementById(arguments[0]).scrollIntoView({behavior: 'instant', block: 'center'})",
        id);
    await(
        () ->
            script("return document.getElementById(arguments[0]).dataset.drawn === 'true'", id)
                .equals(true));
  }

  /** Moves the mouse to a place of {@code element}, in shares of its width and height. */
  void hover(WebElement element, double across, double down) {
    int x = (int) (element.getSize().width * across);
    int y = (int) (element.getSize().height * down);
    script("arguments[0].scrollIntoView({behavior: 'instant', block: 'start'})", element);
    moveTo(element, x, y).perform();
  }

  /** Drags from one place of {@code element} to another, in pixels from its upper left corner. */
  void drag(WebElement element, int fromX, int fromY, int toX, int toY) {
    moveTo(element, fromX, fromY).clickAndHold().perform();
    moveTo(element, (fromX + toX) / 2, (fromY + toY) / 2).perform();
    moveTo(element, toX, toY).release().perform();
  }

  /** Selenium counts from the middle of an element. */
  private Actions moveTo(WebElement element, int x, int y) {
    return new Actions(driver)
        .moveToElement(element, x - element.getSize().width / 2, y - element.getSize().height / 2);
  }

  /**
   * Pixels of the chart {@code id} that are about {@code colour}, within {@code part}: left, top,
   * width and height in shares of the whole.
   */
  public long pixels(String id, List<Integer> colour, List<? extends Number> part) {
    String count =
        """
        const [id, colour, part] = arguments;
        const canvas = document.querySelector('#' + id + ' canvas');
        const [x, y, w, h] = part.map((p, i) => Math.round(p * (i % 2 ? canvas.height : canvas.width)));
        const p = canvas.getContext('2d').getImageData(x, y, w, h).data;
        let n = 0;
        for (let i = 0; i < p.length; i += 4) {
          const off = Math.abs(p[i] - colour[0]) + Math.abs(p[i + 1] - colour[1]) + Math.abs(p[i + 2] - colour[2]);
          if (p[i + 3] > 200 && off < 30) n++;
        }
        return n;
        """;
    return ((Number) script(count, id, colour, part)).longValue();
  }

  /** Errors and warnings of the console, refusals of the Content-Security-Policy among them. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains("willReadFrequently")) // of pixels() itself
        .toList();
  }

  /** Keeps what is seen as a PNG, for people. */
  void screenshot(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  public void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the page did not get there in " + PATIENCE);
      }
      try {
        Thread.sleep(30);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
