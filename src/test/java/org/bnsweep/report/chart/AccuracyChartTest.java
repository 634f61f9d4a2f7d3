package org.bnsweep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.report.chart.Drawn.count;
import static org.bnsweep.report.chart.Drawn.png;
import static org.bnsweep.report.chart.Drawn.svg;
import static org.bnsweep.report.chart.Drawn.text;

import java.awt.Color;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.chart.PanelChart.Part;
import org.bnsweep.report.io.RunFacts;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.model.MadeUpBands;
import org.bnsweep.report.model.PairBands;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyChartTest {

  @Test
  void titlesAreTheScalesInOrder() {
    assertThat(Panels.of(RunDataReader.read(ReferenceRun.of(0))).drawn().stream().map(Panel::title))
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
          assertThat(pixels(image, row, column, Ink.of(network).colour().getRGB()))
              .as("row %d, column %d, %s", row, column, network)
              .isGreaterThan(150);
        }
      }
    }
  }

  @Test
  void theLineWithoutBnIsDashed() throws IOException {
    assertThatTheLineWithoutBnIsDashed(ReferenceRun.of(0));
  }

  @Test
  void theLineWithoutBnIsDashedAlsoWhereItsPointsAreClose() throws IOException {
    assertThatTheLineWithoutBnIsDashed(new MadeUpRun(16, 1, 1, 300, 0));
  }

  private static void assertThatTheLineWithoutBnIsDashed(RunSource run) throws IOException {
    BufferedImage image = png(chart(run));
    int orange = Ink.of(Network.PLAIN).colour().getRGB();

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

    assertThat(count(image, Ink.of(Network.NORMALIZED).colour().getRGB())).isGreaterThan(30);
    assertThat(count(image, Ink.of(Network.PLAIN).colour().getRGB())).isGreaterThan(30);
  }

  @Test
  void severalSeedsAreAveragedAndSaidSo() {
    assertThat(note(ReferenceRun.of(0, 1, 2)))
        .isEqualTo(
            "accuracy on 1,000 training samples; mean and 95 % interval of 3 trials per panel,"
                + " which differ in seed");
    assertThat(note(ReferenceRun.of(0))).isEqualTo("accuracy on 1,000 training samples");
  }

  @Test
  void accuracyOnTestSamplesIsDottedAndSaidSo() throws IOException {
    MadeUpRun run = new MadeUpRun(2, 1, 1, 5, 900);

    assertThat(note(run))
        .isEqualTo("accuracy on 1,000 training samples; dotted, on 900 test samples");
    assertThat(chart(run).description()).contains("(dashed orange), on test samples dotted; ");
    // A line of each network in both panels, and one in the legend.
    assertThat(text(chart(run)).split("dasharray:0.1,5", -1)).hasSize(1 + 2 * 2 + 1);
    assertThat(text(chart(new MadeUpRun(2, 1, 1, 5, 0)))).doesNotContain("0.1,5");
  }

  @Test
  void epochsAndPanelsThatAreLeftOutAreSaidSo() throws IOException {
    assertThat(note(new MadeUpRun(50, 100, 1, 400, 1000)))
        .isEqualTo(
            "accuracy on 1,000 training samples; mean and 95 % interval of 100 trials per panel,"
                + " which differ in learning rate; drawn at 49 of 400 epochs; 25 of 50 panels");
    // The test accuracies that are kept are the last ones; they make no line.
    assertThat(text(chart(new MadeUpRun(50, 100, 1, 400, 1000)))).doesNotContain("0.1,5");
  }

  @Test
  void aNoteThatIsWiderThanThePictureTakesAnotherLine() {
    List<Panel> one = Panels.of(RunDataReader.read(new MadeUpRun(1, 1, 1, 3, 0))).drawn();
    int without = new AccuracyChart("x", Drawn.PAIR, one, "").height();
    int line = new AccuracyChart("x", Drawn.PAIR, one, "short").height() - without;

    assertThat(line).isPositive();
    assertThat(new AccuracyChart("x", Drawn.PAIR, one, "word ".repeat(40)).height())
        .isGreaterThan(without + line);
    for (TextLayout layout : Footnote.of("word ".repeat(40), 300).lines()) {
      assertThat(layout.getAdvance()).isLessThanOrEqualTo(310);
    }
  }

  @Test
  void titlesThatWouldRunIntoEachOtherAreSmallerOrInFewerColumns() {
    PairBands bands =
        Panels.of(RunDataReader.read(ReferenceRun.of(0))).drawn().get(0).curves().get(0).bands();
    AccuracyChart little = chart("W:0.01 act:relu opt:momentum", bands);
    AccuracyChart much = chart("W:0.0001 hidden:[100,100,100,100,100] opt:momentum", bands);

    assertThat(chart("W:0.01", bands).panel(0).titleSize()).isEqualTo(ChartStyle.TITLE);
    assertThat(little.panel(0).titleSize()).isBetween(14f, 19f);
    assertThat(little.width()).isBetween(1580, 1600);
    assertThat(much.panel(0).titleSize()).isGreaterThanOrEqualTo(14f);
    // Five columns would be lower.
    assertThat(much.height()).isGreaterThan(little.height() + 300);
  }

  private static AccuracyChart chart(String title, PairBands bands) {
    return new AccuracyChart(
        "x", Drawn.PAIR, Collections.nCopies(25, Drawn.panel(title, bands)), "");
  }

  /** XChart puts ticks at values that are equally far apart: 1/3 and 2/3, labelled 0.3 and 0.7. */
  @Test
  void thirdsDoNotMoveTheTicks() throws IOException {
    List<Point> points =
        IntStream.rangeClosed(1, 3)
            .mapToObj(third -> new Point(third - 1, third, 1, third / 3.0, Double.NaN))
            .toList();
    NetworkCurve curve = new NetworkCurve(points, NetworkCurve.NEVER);
    RunFacts facts = ReferenceRun.facts("thirds", 3, 0);
    PairBands bands = MadeUpBands.of(facts, new PairCurves(curve, curve));
    BufferedImage image =
        png(new AccuracyChart("x", Drawn.PAIR, List.of(Drawn.panel("W:1", bands)), ""));

    int x = image.getWidth() * 3 / 4;
    int white = Color.WHITE.getRGB();
    int lines = 0;
    for (int y = 1; y < image.getHeight(); y++) {
      lines += image.getRGB(x, y) != white && image.getRGB(x, y - 1) == white ? 1 : 0;
    }
    // Eleven of the grid, two around it, the curve; at thirds, four.
    assertThat(lines).isGreaterThan(10);
  }

  @Test
  void theLegendHidesNoLineWhereThereIsRoom() throws IOException {
    // The last panel's lines go along the top and along the bottom.
    BufferedImage image = png(chart(new MadeUpRun(2, 1, 1, 20, 0)));
    int orange = Ink.of(Network.PLAIN).colour().getRGB();
    int blue = Ink.of(Network.NORMALIZED).colour().getRGB();

    int end = image.getWidth() - 60;
    for (int colour : List.of(blue, orange)) {
      long rows = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        rows += row(image, y, end, colour) ? 1 : 0;
      }
      assertThat(rows).isPositive();
    }
  }

  private static boolean row(BufferedImage image, int y, int from, int colour) {
    for (int x = from; x < image.getWidth(); x++) {
      if (image.getRGB(x, y) == colour) {
        return true;
      }
    }
    return false;
  }

  @Test
  void largerGridsHaveAPanelPerScale() {
    Panels panels = Panels.of(RunDataReader.read(new MadeUpRun(16, 8, 2, 2, 0)));

    assertThat(panels.drawn()).hasSize(16);
    assertThat(panels.drawn().get(0).curves().get(0).bands().trials()).isEqualTo(16);
  }

  @Test
  void ofMoreScalesThanFitEverySecondHasAPanel() {
    Panels panels = Panels.of(RunDataReader.read(new MadeUpRun(41, 3, 1, 2, 0)));

    assertThat(panels.drawn()).hasSize(21).extracting(Panel::title).startsWith("W:1.0");
    assertThat(panels.all()).isEqualTo(41);
  }

  @Test
  void axesOfWordsAreTitles() throws IOException {
    List<Panel> panels = Panels.of(RunDataReader.read(ReferenceRun.ofWords())).drawn();

    assertThat(panels.get(0).title()).isEqualTo("W:he act:relu opt:sgd");
    assertThat(png(chart(ReferenceRun.ofWords())).getWidth()).isGreaterThan(1500);
  }

  @Test
  void aPanelWithoutTrainedTrialsSaysSo() {
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of(0).trials());
    trials.set(1, new TrialResult(trials.get(1).trial(), new TrialResult.Failed("no memory"), 1));
    RunSource run = new ReferenceRun(ReferenceRun.facts("x", 20, 0), trials);

    assertThat(Panels.of(RunDataReader.read(run)).drawn().stream().map(Panel::title))
        .startsWith("W:1.0", "W:0.5412, failed", "W:0.2929");
  }

  @ParameterizedTest
  @CsvSource({
    "BATCH, with Batch Normalization, BN",
    "LAYER, with Layer Normalization, LN",
    "RMS, with RMSNorm, RMS"
  })
  void networksAreCalledByWhatNormalizesThem(String kinds, String name, String label) {
    RunData data = RunDataReader.read(ReferenceRun.of(kinds));
    AccuracyChart chart = chart(ReferenceRun.of(kinds));

    assertThat(chart.description())
        .startsWith(
            "run: accuracy over 20 epochs " + name + " (solid blue) and without (dashed orange); ");
    assertThat(new PanelLegend(Panels.of(data).drawn().get(0), Compared.of(data)).names())
        .containsExactly("with " + label, "without " + label);
  }

  @Test
  void aRunWithSeveralKindsHasAPanelPerSettingWithALineOfEach() throws IOException {
    RunData data = RunDataReader.read(ReferenceRun.of("BATCH LAYER RMS"));
    Panels panels = Panels.of(data);
    AccuracyChart chart = chart(ReferenceRun.of("BATCH LAYER RMS"));

    assertThat(panels.drawn())
        .extracting(Panel::title)
        .containsExactly("W:0.1 lr:0.1", "W:0.1 lr:0.01", "W:0.01 lr:0.1", "W:0.01 lr:0.01");
    for (Panel panel : panels.drawn()) {
      assertThat(panel.curves())
          .extracting(curve -> curve.network().label())
          .containsExactly("with BN", "with LN", "with RMS", "without norm");
      assertThat(panel.curves()).allSatisfy(c -> assertThat(c.bands().trials()).isEqualTo(1));
    }
    assertThat(panels.note(data)).isEqualTo("accuracy on 1,000 training samples");
    assertThat(chart.description())
        .isEqualTo(
            "run: accuracy over 20 epochs with BN (solid blue), with LN (long-dashed green), with RMS"
                + " (dash-dotted purple) and without (dashed orange); panels: W:0.1 lr:0.1, W:0.1"
                + " lr:0.01, W:0.01 lr:0.1, W:0.01 lr:0.01");
    BufferedImage image = png(chart);
    for (Ink ink : Ink.values()) {
      assertThat(count(image, ink.colour().getRGB())).as(ink.name()).isGreaterThan(500);
    }
  }

  @Test
  void aSettingThatOneKindLacksHasTheLinesOfTheOthers() {
    List<TrialResult> trials = new ArrayList<>(ReferenceRun.of("BATCH RMS").trials());
    trials.remove(0);
    RunSource run = new ReferenceRun(ReferenceRun.facts("x", 20, 0), trials);

    assertThat(Panels.of(RunDataReader.read(run)).drawn())
        .extracting(panel -> panel.curves().stream().map(c -> c.network().ink()).toList())
        .containsExactlyInAnyOrder(
            List.of(Ink.BATCH, Ink.RMS, Ink.PLAIN),
            List.of(Ink.BATCH, Ink.RMS, Ink.PLAIN),
            List.of(Ink.BATCH, Ink.RMS, Ink.PLAIN),
            List.of(Ink.RMS, Ink.PLAIN));
  }

  @Test
  void aRunThatDiffersInItsKindsAloneHasOnePanel() {
    List<TrialResult> all = ReferenceRun.of("BATCH LAYER RMS").trials();
    List<TrialResult> trials = List.of(all.get(0), all.get(4), all.get(8));
    RunSource run = new ReferenceRun(ReferenceRun.facts("x", 20, 0), trials);

    assertThat(Panels.of(RunDataReader.read(run)).drawn())
        .extracting(Panel::title)
        .containsExactly("W:0.1");
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    assertThat(svg(chart(ReferenceRun.of(1)))).isEqualTo(svg(chart(ReferenceRun.of(1))));
  }

  private static AccuracyChart chart(RunSource source) {
    RunData data = RunDataReader.read(source);
    return new AccuracyChart("run", Compared.of(data), Panels.of(data).drawn(), "");
  }

  private static String note(RunSource source) {
    RunData data = RunDataReader.read(source);
    return Panels.of(data).note(data);
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
}
