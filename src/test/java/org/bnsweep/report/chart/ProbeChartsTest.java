package org.bnsweep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.report.chart.Drawn.count;
import static org.bnsweep.report.chart.Drawn.png;
import static org.bnsweep.report.chart.Drawn.svg;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ProbeRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.io.RunSource;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of the gradients and of the loss along them. */
class ProbeChartsTest {
  private static final String KINDS = "BATCH LAYER RMS";

  @Test
  void aRunThatRecordedNothingHasNeither() {
    RunData data = RunDataReader.read(ReferenceRun.of(0));

    assertThat(GradientsChart.of(data)).isEmpty();
    assertThat(LandscapeChart.of(data)).isEmpty();
  }

  @Test
  void theGradientsAreOfTheSettingInTheMiddleAndHaveAPanelPerLayer() throws IOException {
    EpochPanels chart = gradients(ReferenceRun.of(0));

    assertThat(chart.description())
        .isEqualTo(
            "weight-scale: gradient norm of each layer at W:0.007356 over 20 epochs, logarithmic,"
                + " with Batch Normalization (solid blue) and without (dashed orange); panels: layer"
                + " 1, layer 2, layer 3, layer 4, layer 5, layer 6");
    assertThat(chart.note())
        .isEqualTo(
            "of each layer's weights, on the batch of the point, before the update; one of 16"
                + " settings, others are in report.html");
    BufferedImage image = png(chart);
    for (int column = 0; column < 3; column++) {
      int width = image.getWidth() / 3;
      BufferedImage part = image.getSubimage(column * width, 0, width, image.getHeight());
      assertThat(inks(part)).as("column %d", column).contains(Ink.BATCH, Ink.PLAIN);
    }
    assertThat(inks(image)).containsExactlyInAnyOrder(Ink.BATCH, Ink.PLAIN);
  }

  @Test
  void theLossHasABandOfBothNetworks() throws IOException {
    EpochPanels chart = landscape(ReferenceRun.of(0));

    assertThat(chart.description())
        .isEqualTo(
            "weight-scale: loss along the gradient at W:0.007356 over 20 epochs, a band from the"
                + " least to the largest, with Batch Normalization (solid blue) and without (dashed"
                + " orange)");
    assertThat(chart.note())
        .isEqualTo(
            "from the least to the largest loss of a batch after steps of 0.25 to 4.0 learning rates"
                + " along its gradient; one of 16 settings, others are in report.html");
    assertThat(chart.panels()).extracting(EpochPanel::title).containsExactly("");
    List<List<Double>> plain = chart.panels().get(0).curves().get(0).edges();
    assertThat(plain.get(0)).startsWith(1.0, 0.5);
    assertThat(plain.get(1)).startsWith(4.0, 2.0);
    assertThat(inks(png(chart))).containsExactlyInAnyOrder(Ink.BATCH, Ink.PLAIN);
  }

  @Test
  void aBandIsFilledBetweenItsEdges() throws IOException {
    BufferedImage image = png(landscape(ReferenceRun.of(0)));

    // Orange on white, as transparent as intervals are.
    assertThat(count(image, new Color(246, 220, 199).getRGB())).isGreaterThan(20_000);
  }

  @Test
  void severalKindsAreInThePanelsOfTheGradients() throws IOException {
    EpochPanels chart = gradients(ReferenceRun.of(KINDS));

    assertThat(chart.description())
        .startsWith("weight-scale: gradient norm of each layer at W:0.01 lr:0.1 over 20 epochs, ")
        .contains(
            " with BN (solid blue), with LN (long-dashed green), with RMS (dash-dotted purple) and"
                + " without (dashed orange); ");
    assertThat(chart.panels())
        .hasSize(6)
        .allSatisfy(
            panel ->
                assertThat(panel.curves())
                    .extracting(EpochPanel.Curve::ink)
                    .containsExactly(Ink.values()));
  }

  @Test
  void severalKindsHaveAPanelOfTheLossEach() throws IOException {
    EpochPanels chart = landscape(ReferenceRun.of(KINDS));

    assertThat(chart.panels())
        .extracting(EpochPanel::title)
        .containsExactly("with BN", "with LN", "with RMS");
    assertThat(chart.panels())
        .extracting(panel -> panel.curves().stream().map(EpochPanel.Curve::ink).toList())
        .containsExactly(
            List.of(Ink.PLAIN, Ink.BATCH),
            List.of(Ink.PLAIN, Ink.LAYER),
            List.of(Ink.PLAIN, Ink.RMS));
    assertThat(chart.note()).endsWith("; one of 4 settings, others are in report.html");
    assertThat(inks(png(chart))).containsExactlyInAnyOrder(Ink.values());
  }

  @Test
  void whatHasNoPlaceIsLeftOutAndSaidSo() {
    // A single trial, at scale 1, where the gradients of the plain network overflow.
    RunSource one =
        new ReferenceRun(ReferenceRun.facts("x", 20, 0), ReferenceRun.of(0).trials().subList(0, 1));

    assertThat(gradients(one).note())
        .isEqualTo(
            "of each layer's weights, on the batch of the point, before the update; left out without"
                + " BN: 120 of 120 gradients that are 0 or not finite");
    assertThat(landscape(one).note())
        .endsWith(" along its gradient; left out without BN: 20 of 100 losses that are not finite");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000})
  void anyCountOfEpochsGivesAPicture(int epochs) throws IOException {
    EpochPanels chart = gradients(new MadeUpRun(1, 1, 1, epochs, 0));

    assertThat(chart.panels().get(0).curves().get(0).epochs()).hasSize(Math.min(250, epochs));
    assertThat(inks(png(chart))).contains(Ink.BATCH, Ink.PLAIN);
    assertThat(png(chart).getWidth()).isLessThanOrEqualTo(1600);
    assertThat(svg(chart)).hasSizeLessThan(400_000);
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    assertThat(svg(landscape(ReferenceRun.of(KINDS))))
        .isEqualTo(svg(landscape(ReferenceRun.of(KINDS))));
  }

  private static Set<Ink> inks(BufferedImage image) {
    Set<Ink> inks = EnumSet.allOf(Ink.class);
    inks.removeIf(ink -> count(image, ink.colour().getRGB()) < 20);
    return inks;
  }

  private static EpochPanels gradients(RunSource curves) {
    return GradientsChart.of(RunDataReader.read(new ProbeRun(curves))).orElseThrow();
  }

  private static EpochPanels landscape(RunSource curves) {
    return LandscapeChart.of(RunDataReader.read(new ProbeRun(curves))).orElseThrow();
  }
}
