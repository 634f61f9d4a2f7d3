package org.bnsweep.report.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.settings.NormalizationKind;

/** Pictures as they are written, for tests to look at. */
final class Drawn {
  /** The networks of a run of today's defaults. */
  static final List<Compared> PAIR = Compared.pair(Set.of(NormalizationKind.BATCH));

  private Drawn() {}

  /** A panel of that pair with {@code bands}. */
  static Panel panel(String title, PairBands bands) {
    return new Panel(title, PAIR.stream().map(n -> new Panel.Curve(n, bands)).toList());
  }

  /** As SVG, its text. */
  static String text(Picture picture) throws IOException {
    return new String(svg(picture), StandardCharsets.UTF_8);
  }

  /** As PNG, its pixels. */
  static BufferedImage png(Picture picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PictureFiles.png(picture, out);
    return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
  }

  /** As SVG. */
  static byte[] svg(Picture picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PictureFiles.svg(picture, out);
    return out.toByteArray();
  }

  /** Pixels of {@code colour}. */
  static long count(BufferedImage image, int colour) {
    long n = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        n += image.getRGB(x, y) == colour ? 1 : 0;
      }
    }
    return n;
  }
}
