package org.bnsweep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.report.chart.Drawn.count;
import static org.bnsweep.report.chart.Drawn.png;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapsTest {
  @Test
  void aHeatMapIsBrightWhereItTrains() throws IOException {
    RunData data = RunDataReader.read(new MadeUpRun(8, 6, 2, 5, 0));
    BufferedImage image = png(HeatMaps.of(data).orElseThrow());

    // With BN, the upper rows (large learning rates); without, the upper left is dark.
    int third = image.getWidth() / 3;
    assertThat(image.getRGB(third / 2, 100) >> 16 & 0xff).isGreaterThan(200);
    assertThat(image.getRGB(third + 180, 100) >> 16 & 0xff).isLessThan(60);
  }

  @Test
  void aHeatMapSaysWhatItAveragesAndShowsWhatWasNotTrained() throws IOException {
    RunData words = RunDataReader.read(ReferenceRun.ofWords());
    RunData seeds = RunDataReader.read(new MadeUpRun(4, 3, 2, 2, 0));
    List<TrialResult> five = ReferenceRun.ofWords().trials().subList(0, 5);
    RunData part = RunDataReader.read(new ReferenceRun(ReferenceRun.facts("x", 20, 0), five));

    assertThat(HeatMaps.note(words, List.of(HeatMapCells.of(words).orElseThrow())))
        .isEqualTo("mean of 4 trials per cell, which differ in optimizer");
    assertThat(HeatMaps.note(seeds, List.of(HeatMapCells.of(seeds).orElseThrow())))
        .isEqualTo("mean of 2 trials per cell, which differ in seed");
    assertThat(HeatMaps.note(part, List.of(HeatMapCells.of(part).orElseThrow())))
        .isEqualTo("grey where nothing was trained");
    // Rows of two and three cells of six; a note takes a line.
    Picture map = HeatMaps.of(part).orElseThrow();
    assertThat(map.height()).isGreaterThan(620);
    int grey = 0xffcbd2d9;
    assertThat(count(png(map), grey)).isGreaterThan(3 * 30_000);
    assertThat(count(png(HeatMaps.of(words).orElseThrow()), grey)).isLessThan(5_000);
  }

  @ParameterizedTest
  @CsvSource({"BATCH, with Batch Normalization, BN", "LAYER, with Layer Normalization, LN"})
  void networksAreCalledByWhatNormalizesThem(String kinds, String name, String label) {
    HeatMaps maps = HeatMaps.of(RunDataReader.read(ReferenceRun.of(kinds))).orElseThrow();

    assertThat(maps.description()).contains(", " + name + ", without, and the difference");
    assertThat(maps.charts())
        .extracting(map -> map.getTitle())
        .containsExactly("with " + label, "without " + label, "with " + label + " minus without");
  }

  @Test
  void aRunWithSeveralKindsHasMapsOfEach() {
    HeatMaps maps =
        HeatMaps.of(RunDataReader.read(ReferenceRun.of("BATCH LAYER RMS"))).orElseThrow();

    assertThat(maps.description())
        .endsWith(", with BN, with LN, with RMS, without, and the differences");
    assertThat(maps.charts())
        .extracting(map -> map.getTitle())
        .containsExactly(
            "with BN",
            "with LN",
            "with RMS",
            "without norm",
            "with BN minus without",
            "with LN minus without",
            "with RMS minus without");
    assertThat(maps.width()).isEqualTo(4 * 620);
    assertThat(maps.height()).isGreaterThanOrEqualTo(2 * 620);
  }

  @Test
  void heatMapsAreOfTheFirstTwoAxesThatOnePictureCanShow() {
    HeatMapCells axes =
        HeatMapCells.of(RunDataReader.read(new MadeUpRun(50, 100, 1, 1, 0))).orElseThrow();

    assertThat(List.of(axes.x(), axes.y()))
        .containsExactly(Hyperparameter.WEIGHT_SCALE, Hyperparameter.LEARNING_RATE);
    assertThat(axes.cells()).hasSize(5000);
    assertThat(HeatMapCells.of(RunDataReader.read(new MadeUpRun(51, 100, 1, 1, 0)))).isEmpty();
    assertThat(HeatMapCells.of(RunDataReader.read(new MadeUpRun(2, 129, 1, 1, 0)))).isEmpty();
  }
}
