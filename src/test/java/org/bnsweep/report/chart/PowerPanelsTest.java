package org.bnsweep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.report.chart.Drawn.count;
import static org.bnsweep.report.chart.Drawn.png;
import static org.bnsweep.report.chart.Drawn.text;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bnsweep.report.chart.PowerPanels.Curve;
import org.bnsweep.report.chart.PowerPanels.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerPanelsTest {
  @TempDir Path folder;

  private static Panel panel(String title) {
    return new Panel(
        title,
        "samples",
        List.of(
            new Curve("a pair", List.of(1.0, 10.0, 100.0), List.of(3.0, 30.0, 300.0)),
            new Curve("gemm", List.of(1.0, 10.0, 100.0), List.of(1.0, 10.0, 100.0))));
  }

  @Test
  void saysWhatItShows() {
    assertThat(new PowerPanels(List.of(panel("ms"), panel("s"))).description())
        .isEqualTo(
            "logarithmic panels: ms against samples; s against samples;"
                + " lines: a pair (solid blue), gemm (dashed orange)");
  }

  @Test
  void everyLineIsDrawnInItsColour() throws IOException {
    BufferedImage image = png(new PowerPanels(List.of(panel("ms"))));

    assertThat(count(image, Ink.BATCH.colour().getRGB())).isGreaterThan(500);
    assertThat(count(image, Ink.PLAIN.colour().getRGB())).isGreaterThan(300);
  }

  /** What grows in proportion: the middle of a line is half way between its ends. */
  @Test
  void powersAreEquallyFarApart() throws IOException {
    String svg = text(new PowerPanels(List.of(panel("ms"))));

    assertThat(svg).contains("M140,294 L334.0,221.33 L528.0,148.67");
  }

  /** Two of three columns have room, and the last has one always. */
  @Test
  void labelsThatHaveNoRoomAreLeftOut() throws IOException {
    Panel near =
        new Panel(
            "ms", "n", List.of(new Curve("a", List.of(1e6, 1.01e6, 2e6), List.of(1.0, 1.0, 1.0))));
    Panel far =
        new Panel(
            "ms", "n", List.of(new Curve("a", List.of(1e6, 1.4e6, 2e6), List.of(1.0, 1.0, 1.0))));

    assertThat(texts(near)).isEqualTo(texts(far) - 1);
  }

  private static int texts(Panel panel) throws IOException {
    return text(new PowerPanels(List.of(panel))).split("</text>", -1).length - 1;
  }

  @Test
  void writesBothForms() throws IOException {
    PowerPanels.write(List.of(panel("ms")), folder, "growth");

    assertThat(folder.resolve("growth.svg"))
        .content()
        .startsWith("<?xml")
        .contains("<title>", "Verdana");
    assertThat(Files.size(folder.resolve("growth.png"))).isPositive();
  }
}
