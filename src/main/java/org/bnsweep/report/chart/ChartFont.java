package org.bnsweep.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bnsweep.report.io.ReportException;
import org.bnsweep.report.model.PlainText;

/**
 * The font of the static charts: DejaVu Sans (European scripts), shipped, so that they look the
 * same everywhere and a server without fonts draws them too.
 *
 * <p>AWT asks fontconfig for the fonts of the system before it opens any font of ours, and throws
 * if there is none. A font configuration file of our own, named before AWT starts, answers instead
 * (and saves the scan of the system's fonts). Where AWT has started already, it is left as it is.
 */
final class ChartFont {
  private static final String FILE = "DejaVuSans.ttf";
  private static final String CONFIGURATION = "sun.awt.fontconfig";
  private static final String HEADLESS = "java.awt.headless";

  private static Optional<Font> base = Optional.empty();

  /** That this Java cannot draw: it says why only the first time. */
  private static Optional<ReportException> unable = Optional.empty();

  private ChartFont() {}

  /**
   * The font in {@code size} pixels.
   *
   * @throws ReportException if the temporary folder cannot be written, or this Java has no AWT
   */
  static synchronized Font ofSize(float size) {
    if (unable.isPresent()) {
      throw unable.get();
    }
    Font font = base.orElseGet(ChartFont::load);
    base = Optional.of(font);
    return font.deriveFont(size);
  }

  /** {@code text}, with at least one letter, on one line in {@code size} pixels. */
  static TextLayout line(String text, float size) {
    return new TextLayout(
        PlainText.oneLine(text), ofSize(size), new FontRenderContext(null, true, true));
  }

  private static Font load() {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("bnsweep-font");
      Path font = folder.resolve(FILE);
      try (InputStream in =
          Objects.requireNonNull(ChartFont.class.getResourceAsStream(FILE), FILE)) {
        Files.copy(in, font);
      }
      Path configuration = folder.resolve("fontconfig.properties");
      Files.writeString(configuration, configuration(font));
      if (System.getProperty(HEADLESS) == null) {
        System.setProperty(HEADLESS, "true");
      }
      if (System.getProperty(CONFIGURATION) == null) {
        System.setProperty(CONFIGURATION, configuration.toString());
      }
      return Font.createFont(Font.TRUETYPE_FONT, font.toFile());
    } catch (IOException | FontFormatException e) {
      throw new ReportException("charts: cannot load the font: " + e.getMessage(), e);
    } catch (LinkageError e) {
      ReportException cannot =
          new ReportException("charts: this Java cannot draw text: " + e.getMessage(), e);
      unable = Optional.of(cannot);
      throw cannot;
    } finally {
      deleteAtExit(folder);
    }
  }

  /** Maps each logical font of Java to the file {@code font}. */
  private static String configuration(Path font) {
    StringBuilder lines = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
    for (String name : List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")) {
      for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
        lines.append(name).append('.').append(style).append(".latin-1=-dejavu-\n");
      }
    }
    return lines
        .append("filename.-dejavu-=")
        .append(font.toString().replace("\\", "\\\\"))
        .append('\n')
        .toString();
  }

  private static void deleteAtExit(@org.jspecify.annotations.Nullable Path folder) {
    if (folder == null) {
      return;
    }
    // The font stays open as long as it is used; deletion runs in reverse order.
    folder.toFile().deleteOnExit();
    folder.resolve(FILE).toFile().deleteOnExit();
    folder.resolve("fontconfig.properties").toFile().deleteOnExit();
  }
}
