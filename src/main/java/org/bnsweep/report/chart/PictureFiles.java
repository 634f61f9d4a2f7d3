package org.bnsweep.report.chart;

import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures as PNG and SVG. The same picture gives the same bytes. */
final class PictureFiles {

  private PictureFiles() {}

  /** Writes {@code picture} as PNG, white where nothing is drawn. */
  static void png(Picture picture, OutputStream out) throws IOException {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, picture.width(), picture.height());
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      picture.paint(graphics);
    } finally {
      graphics.dispose();
    }
    ImageIO.setUseCache(false); // else it is written to a temporary file first
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java has no PNG writer");
    }
  }

  /** Writes {@code picture} as SVG, texts as outlines, described by its title element. */
  static void svg(Picture picture, OutputStream out) throws IOException {
    SvgGraphics graphics = new SvgGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.width(), picture.height());
    picture.paint(graphics);
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    new SVGProcessor()
        .getDocument(graphics.getCommands(), new PageSize(picture.width(), picture.height()))
        .writeTo(buffer);
    String cleaned = SvgText.clean(buffer.toString(StandardCharsets.UTF_8), picture.description());
    out.write(cleaned.getBytes(StandardCharsets.UTF_8));
  }
}
