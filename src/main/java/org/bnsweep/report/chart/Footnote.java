package org.bnsweep.report.chart;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.bnsweep.report.model.PlainText;

/**
 * Small text below a static chart, in as many lines as its width takes.
 *
 * @param lines none if there is nothing to say
 */
record Footnote(List<TextLayout> lines) {
  private static final int LINE = 24;
  private static final int ABOVE = 4;

  Footnote {
    lines = List.copyOf(lines);
  }

  /** {@code text} broken into lines of at most {@code width} pixels. */
  static Footnote of(String text, int width) {
    List<TextLayout> lines = new ArrayList<>();
    String line = PlainText.oneLine(text);
    if (!line.isBlank()) {
      AttributedString styled = new AttributedString(line);
      styled.addAttribute(TextAttribute.FONT, ChartFont.ofSize(ChartStyle.TICK));
      LineBreakMeasurer breaks =
          new LineBreakMeasurer(styled.getIterator(), new FontRenderContext(null, true, true));
      while (breaks.getPosition() < line.length()) {
        lines.add(breaks.nextLayout(width));
      }
    }
    return new Footnote(lines);
  }

  /** Pixels it takes; 0 without text. */
  int height() {
    return lines.isEmpty() ? 0 : ABOVE + LINE * lines.size();
  }

  /** Draws it below {@code y}; as outlines, as XChart does. */
  void paint(Graphics2D graphics, int x, int y) {
    graphics.setColor(Palette.MUTED);
    for (int i = 0; i < lines.size(); i++) {
      int foot = y + ABOVE + LINE * (i + 1) - 8;
      graphics.fill(lines.get(i).getOutline(AffineTransform.getTranslateInstance(x, foot)));
    }
  }
}
