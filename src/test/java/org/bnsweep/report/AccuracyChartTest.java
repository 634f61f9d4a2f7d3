package org.bnsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.bnsweep.report.PanelChart.Part;
import org.bnsweep.sweep.AxisName;
import org.bnsweep.train.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyChartTest {

  @Test
  void titlesAreTheScalesInOrder() {
    assertThat(Panel.of(Condenser.read(ReferenceRun.of(0))).stream().map(Panel::title))
        .startsWith("W:1.0", "W:0.5412", "W:0.2929", "W:0.1585")
        .endsWith("W:0.000631", "W:0.0003415", "W:0.0001848", "W:0.0001");
  }

  @Test
  void ticksAreAtTheLeftAndTheBottomAndTheLegendIsInTheLastPanel() {
    AccuracyChart chart = chart(ReferenceRun.of(0));

    for (int i = 0; i < 16; i++) {
      Set<Part> expected = EnumSet.noneOf(Part.class);
      if (i % 4 == 0) {
        expected.add(Part.Y_TICKS);
      }
      if (i >= 12) {
        expected.add(Part.X_TICKS);
      }
      if (i == 15) {
        expected.add(Part.LEGEND);
      }
      assertThat(chart.panel(i).parts()).as("panel %d", i).isEqualTo(expected);
    }
  }

  @Test
  void everyPanelShowsBothColours() throws IOException {
    BufferedImage image = png(chart(ReferenceRun.of(0)));

    assertThat(image.getWidth()).isBetween(1580, 1600);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        for (Network network : Network.values()) {
          assertThat(pixels(image, row, column, Palette.of(network).getRGB()))
              .as("row %d, column %d, %s", row, column, network)
              .isGreaterThan(150);
        }
      }
    }
  }

  @Test
  void theLineWithoutBnIsDashed() throws IOException {
    BufferedImage image = png(chart(ReferenceRun.of(0)));
    int orange = Palette.of(Network.PLAIN).getRGB();

    // The flat line of the panel at the lower left: runs of orange with gaps.
    int gaps = 0;
    int y = rowWithMost(image, orange, 0, image.getWidth() / 4);
    for (int x = 1; x < image.getWidth() / 4; x++) {
      if (image.getRGB(x - 1, y) == orange && image.getRGB(x, y) != orange) {
        gaps++;
      }
    }
    assertThat(gaps).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 16, 36, 37})
  void anyCountOfPanelsGivesAPicture(int scales) throws IOException {
    BufferedImage image = png(chart(new MadeUpRun(scales, 1, 1, 3, 0)));

    assertThat(image.getWidth()).isLessThanOrEqualTo(1600);
    assertThat(image.getHeight()).isBetween(300, 2000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 500})
  void anyCountOfEpochsShowsBothColours(int epochs) throws IOException {
    BufferedImage image = png(chart(new MadeUpRun(4, 1, 1, epochs, 0)));

    assertThat(count(image, Palette.of(Network.BN).getRGB())).isGreaterThan(30);
    assertThat(count(image, Palette.of(Network.PLAIN).getRGB())).isGreaterThan(30);
  }

  @Test
  void severalSeedsAreAveragedAndSaidSo() {
    RunData data = Condenser.read(ReferenceRun.of(0, 1, 2));
    List<Panel> panels = Panel.of(data);

    assertThat(Panel.note(data, panels))
        .isEqualTo("mean and 95 % interval of 3 trials per panel, which differ in seed");
    assertThat(Panel.note(data, Panel.of(Condenser.read(ReferenceRun.of(0))))).isEmpty();
  }

  @Test
  void largerGridsHaveAPanelPerScale() {
    List<Panel> panels = Panel.of(Condenser.read(new MadeUpRun(16, 8, 2, 2, 0)));

    assertThat(panels).hasSize(16);
    assertThat(panels.get(0).bands().trials()).isEqualTo(16);
  }

  @Test
  void axesOfWordsAreTitles() throws IOException {
    List<Panel> panels = Panel.of(Condenser.read(ReferenceRun.ofWords()));

    assertThat(panels.get(0).title()).isEqualTo("W:he act:relu opt:sgd");
    assertThat(png(chart(ReferenceRun.ofWords())).getWidth()).isGreaterThan(1500);
  }

  @Test
  void theFinalAccuracyShowsBothColours() throws IOException {
    BufferedImage image =
        png(FinalAccuracyChart.of(Condenser.read(ReferenceRun.of(0, 1))).orElseThrow());

    assertThat(count(image, Palette.of(Network.BN).getRGB())).isGreaterThan(1000);
    assertThat(count(image, Palette.of(Network.PLAIN).getRGB())).isGreaterThan(1000);
  }

  @Test
  void theFinalAccuracyOfSeveralSeedsSaysWhatItAveragesAndIsTaller() {
    Picture one = FinalAccuracyChart.of(Condenser.read(ReferenceRun.of(0))).orElseThrow();
    Picture three = FinalAccuracyChart.of(Condenser.read(ReferenceRun.of(0, 1, 2))).orElseThrow();

    assertThat(three.height()).isGreaterThan(one.height());
    assertThat(
            AveragesNote.of(
                Condenser.read(ReferenceRun.of(0, 1, 2)).groups().stream()
                    .map(Group::bands)
                    .toList(),
                "point",
                List.of(AxisName.SEED)))
        .isEqualTo("mean and 95 % interval of 3 trials per point, which differ in seed");
  }

  @Test
  void theFinalAccuracyOnTestSamplesIsDottedInBothColours() throws IOException {
    Picture with =
        FinalAccuracyChart.of(Condenser.read(new MadeUpRun(8, 1, 3, 5, 1000))).orElseThrow();
    Picture without =
        FinalAccuracyChart.of(Condenser.read(new MadeUpRun(8, 1, 3, 5, 0))).orElseThrow();

    assertThat(with.description()).endsWith("(dashed orange); dotted, on test samples");
    assertThat(without.description()).endsWith("(dashed orange)");
    // Seven pieces between eight points, and one in the legend; of each network.
    assertThat(new String(svg(with), StandardCharsets.UTF_8).split("dasharray:0.1,5", -1))
        .hasSize(1 + 16);
    assertThat(new String(svg(without), StandardCharsets.UTF_8)).doesNotContain("0.1,5");
  }

  @Test
  void theFinalAccuracyAlongAnAxisWithZeroHasAllItsPoints() throws IOException {
    Picture chart = FinalAccuracyChart.of(Condenser.read(DropoutRun.of())).orElseThrow();
    String svg = new String(svg(chart), StandardCharsets.UTF_8);

    assertThat(chart.description()).contains("accuracy at the last epoch against dropout, ");
    // Two pieces between three points, and one in the legend; of each network.
    assertThat(svg.split("dasharray:0.1,5", -1)).hasSize(1 + 6);
  }

  @Test
  void aHeatMapIsBrightWhereItTrains() throws IOException {
    RunData data = Condenser.read(new MadeUpRun(8, 6, 2, 5, 0));
    BufferedImage image = png(new HeatMaps("x", TwoAxes.of(data).orElseThrow()));

    // With BN, the upper rows (large learning rates); without, the upper left is dark.
    int third = image.getWidth() / 3;
    assertThat(image.getRGB(third / 2, 100) >> 16 & 0xff).isGreaterThan(200);
    assertThat(image.getRGB(third + 180, 100) >> 16 & 0xff).isLessThan(60);
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    assertThat(svg(chart(ReferenceRun.of(1)))).isEqualTo(svg(chart(ReferenceRun.of(1))));
  }

  private static AccuracyChart chart(RunSource source) {
    return new AccuracyChart("run", Panel.of(Condenser.read(source)), "");
  }

  private static BufferedImage png(Picture picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PictureFiles.png(picture, out);
    return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
  }

  private static byte[] svg(Picture picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PictureFiles.svg(picture, out);
    return out.toByteArray();
  }

  private static int rowWithMost(BufferedImage image, int colour, int from, int to) {
    int best = 0;
    long most = -1;
    for (int y = image.getHeight() * 3 / 4; y < image.getHeight(); y++) {
      long n = 0;
      for (int x = from; x < to; x++) {
        n += image.getRGB(x, y) == colour ? 1 : 0;
      }
      if (n > most) {
        most = n;
        best = y;
      }
    }
    return best;
  }

  private static long pixels(BufferedImage image, int row, int column, int colour) {
    int width = image.getWidth() / 4;
    int height = image.getHeight() / 4;
    return count(image.getSubimage(column * width, row * height, width, height), colour);
  }

  private static long count(BufferedImage image, int colour) {
    long n = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        n += image.getRGB(x, y) == colour ? 1 : 0;
      }
    }
    return n;
  }
}
