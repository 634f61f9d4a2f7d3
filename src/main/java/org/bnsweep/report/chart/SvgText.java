package org.bnsweep.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bnsweep.report.model.PlainText;

/** An SVG file as text, tidied: small, the same at every run, nothing fetched from elsewhere. */
final class SvgText {
  private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");
  private static final Pattern CLIP = Pattern.compile("clip-?\\d+");
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}(?:[eE]-?\\d+)?");
  private static final Pattern ROOT = Pattern.compile("<svg [^>]*>");

  private SvgText() {}

  /** {@code svg} without DOCTYPE, with running clip names, two decimals, and a title. */
  static String clean(String svg, String description) {
    Map<String, String> clips = new LinkedHashMap<>();
    String text = DOCTYPE.matcher(svg).replaceFirst("");
    text =
        CLIP.matcher(text)
            .replaceAll(m -> clips.computeIfAbsent(m.group(), k -> "clip" + clips.size()));
    text = LONG_NUMBER.matcher(text).replaceAll(SvgText::rounded);
    String title = "<title>" + PlainText.markup(description) + "</title>";
    return ROOT.matcher(text).replaceFirst(m -> root(m) + "\n  " + quoted(title));
  }

  private static String root(MatchResult root) {
    return quoted(root.group().replaceFirst("<svg ", "<svg role=\"img\" "));
  }

  private static String rounded(MatchResult number) {
    return new BigDecimal(number.group())
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }
}
