package org.bnsweep.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.bnsweep.report.io.ReportException;
import org.bnsweep.report.model.PlainText;
import org.bnsweep.report.model.RunData;

/**
 * {@code report.html}: one file that fetches nothing. Its own scripts and style are named to the
 * browser by their hashes in a Content-Security-Policy, so that nothing else runs, whatever the
 * names and messages of a run hold.
 */
public final class Page {
  private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  /** In the order in which they build on each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "format.js",
          "theme.js",
          "dom.js",
          "state.js",
          "headline.js",
          "curves.js",
          "final.js",
          "heatmap.js",
          "activations.js",
          "parts.js",
          "parallel.js",
          "replay.js",
          "table.js",
          "provenance.js",
          "main.js");

  /** What the page of a running sweep has besides; the whole of it before there is data. */
  private static final String LIVE_SCRIPT = "live.js";

  private static final String FETCHES_NOTHING = "";
  private static final String FETCHES_FROM_ITS_SERVER = " connect-src 'self';";

  private static final Pattern PLACE = Pattern.compile("@([A-Z]+)@");

  private Page() {}

  /** Writes the page of {@code data} to {@code out}, as UTF-8. */
  public static void write(RunData data, OutputStream out) throws IOException {
    write(data.facts().name(), PageJson.of(data), scripts(), FETCHES_NOTHING, out);
  }

  /**
   * Writes the page of a run that is being trained, which asks its server for what comes later.
   *
   * @param data so far; empty if no trial has finished
   */
  public static void writeLive(Optional<RunData> data, OutputStream out) throws IOException {
    List<String> scripts = data.isPresent() ? scripts() : new ArrayList<>();
    scripts.add(resource(LIVE_SCRIPT));
    String name = data.map(d -> d.facts().name()).orElse("bnsweep");
    String json = data.map(PageJson::of).orElse("null");
    write(name, json, scripts, FETCHES_FROM_ITS_SERVER, out);
  }

  private static List<String> scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    scripts.add(resource(LIBRARY));
    for (String script : SCRIPTS) {
      scripts.add(resource(script));
    }
    return scripts;
  }

  private static void write(
      String name, String json, List<String> scripts, String connections, OutputStream out)
      throws IOException {
    String style = resource("page.css");
    Map<String, String> parts =
        Map.of(
            "POLICY", policy(scripts, style, connections),
            "TITLE", PlainText.markup(name),
            "STYLE", style,
            "SCRIPTS", elements(scripts),
            "DATA", json);
    // One pass, so that no part is searched for places.
    String page =
        PLACE
            .matcher(resource("page.html"))
            .replaceAll(m -> Matcher.quoteReplacement(parts.getOrDefault(m.group(1), "")));
    out.write(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String policy(List<String> scripts, String style, String connections) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:;"
        + connections
        + " style-src "
        + hash(style)
        + "; script-src "
        + scripts.stream().map(Page::hash).collect(Collectors.joining(" "));
  }

  private static String elements(List<String> scripts) {
    return scripts.stream()
        .map(s -> "<script>" + s + "</script>")
        .collect(Collectors.joining("\n"));
  }

  private static String hash(String source) {
    return "'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(source)) + "'";
  }

  /** A text file; with the line ends that a browser hashes. */
  private static String resource(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new ReportException("report.html: " + name + " is missing from the application");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
