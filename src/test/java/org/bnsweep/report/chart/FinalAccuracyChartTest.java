package org.bnsweep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.report.chart.Drawn.count;
import static org.bnsweep.report.chart.Drawn.png;
import static org.bnsweep.report.chart.Drawn.text;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bnsweep.nn.Normalization;
import org.bnsweep.report.DropoutRun;
import org.bnsweep.report.MadeUpRun;
import org.bnsweep.report.ReferenceRun;
import org.bnsweep.report.model.Group;
import org.bnsweep.report.model.RunData;
import org.bnsweep.report.model.RunDataReader;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalAccuracyChartTest {
  @Test
  void theFinalAccuracyShowsBothColours() throws IOException {
    BufferedImage image =
        png(FinalAccuracyChart.of(RunDataReader.read(ReferenceRun.of(0, 1))).orElseThrow());

    assertThat(count(image, Ink.of(Network.NORMALIZED).colour().getRGB())).isGreaterThan(1000);
    assertThat(count(image, Ink.of(Network.PLAIN).colour().getRGB())).isGreaterThan(1000);
  }

  @Test
  void theFinalAccuracyOfSeveralSeedsSaysWhatItAveragesAndIsTaller() {
    Picture one = FinalAccuracyChart.of(RunDataReader.read(ReferenceRun.of(0))).orElseThrow();
    Picture three =
        FinalAccuracyChart.of(RunDataReader.read(ReferenceRun.of(0, 1, 2))).orElseThrow();

    assertThat(three.height()).isGreaterThan(one.height());
    assertThat(
            AveragesNote.of(
                RunDataReader.read(ReferenceRun.of(0, 1, 2)).groups().stream()
                    .map(Group::bands)
                    .toList(),
                "point",
                List.of(Hyperparameter.SEED)))
        .isEqualTo("mean and 95 % interval of 3 trials per point, which differ in seed");
  }

  @Test
  void theFinalAccuracyOnTestSamplesIsDottedInBothColours() throws IOException {
    Picture with =
        FinalAccuracyChart.of(RunDataReader.read(new MadeUpRun(8, 1, 3, 5, 1000))).orElseThrow();
    Picture without =
        FinalAccuracyChart.of(RunDataReader.read(new MadeUpRun(8, 1, 3, 5, 0))).orElseThrow();

    assertThat(with.description()).endsWith("(dashed orange); dotted, on test samples");
    assertThat(without.description()).endsWith("(dashed orange)");
    // Seven pieces between eight points, and one in the legend; of each network.
    assertThat(text(with).split("dasharray:0.1,5", -1)).hasSize(1 + 16);
    assertThat(text(without)).doesNotContain("0.1,5");
  }

  @Test
  void theFinalAccuracyAlongAnAxisWithZeroHasAllItsPoints() throws IOException {
    Picture chart = FinalAccuracyChart.of(RunDataReader.read(DropoutRun.of())).orElseThrow();
    String svg = text(chart);

    assertThat(chart.description()).contains("accuracy at the last epoch against dropout, ");
    // Two pieces between three points, and one in the legend; of each network.
    assertThat(svg.split("dasharray:0.1,5", -1)).hasSize(1 + 6);
  }

  @ParameterizedTest
  @CsvSource({"BATCH, with Batch Normalization, BN", "LAYER, with Layer Normalization, LN"})
  void networksAreCalledByWhatNormalizesThem(String kinds, String name, String label) {
    FinalAccuracyChart chart =
        FinalAccuracyChart.of(RunDataReader.read(ReferenceRun.of(kinds))).orElseThrow();

    assertThat(chart.description())
        .isEqualTo(
            "weight-scale: accuracy at the last epoch against weight scale, "
                + name
                + " (solid blue) and without (dashed orange)");
    assertThat(chart.chart().getSeriesCollection())
        .extracting(series -> series.getName())
        .contains("with " + label, "without " + label);
  }

  @Test
  void aRunWithSeveralKindsHasALineOfEachAndOneWithout() throws IOException {
    FinalAccuracyChart chart =
        FinalAccuracyChart.of(RunDataReader.read(ReferenceRun.of("BATCH LAYER RMS"))).orElseThrow();

    assertThat(chart.description())
        .isEqualTo(
            "weight-scale: accuracy at the last epoch against weight scale, with BN (solid blue),"
                + " with LN (long-dashed green), with RMS (dash-dotted purple) and without (dashed"
                + " orange)");
    assertThat(chart.chart().getSeriesCollection())
        .extracting(series -> series.getName())
        .contains("with BN", "with LN", "with RMS", "without norm")
        .doesNotContain("with norm");
    BufferedImage image = png(chart);
    for (Ink ink : Ink.values()) {
      assertThat(count(image, ink.colour().getRGB())).as(ink.name()).isGreaterThan(500);
    }
  }

  @Test
  void manyKindsLeaveTheirDottedLinesToTheNote() {
    RunData data =
        each(
            new MadeUpRun(3, 1, 1, 2, 1000),
            Hyperparameter.NORMALIZATION,
            List.of(NormalizationKind.values()));

    FinalAccuracyChart chart = FinalAccuracyChart.of(data).orElseThrow();

    assertThat(chart.chart().getSeriesCollection())
        .filteredOn(series -> series.isShowInLegend())
        .extracting(series -> series.getName())
        .containsExactly("with BN", "with LN", "with RMS", "without norm");
    assertThat(chart.note()).isEqualTo("dotted, on test samples");
  }

  /** A run of the trials of {@code run} with each of {@code values} on {@code axis}. */
  private static RunData each(MadeUpRun run, Hyperparameter axis, List<?> values) {
    List<TrialResult> trials = new ArrayList<>();
    for (Object value : values) {
      run.forEachTrial(
          result -> {
            Hyperparameters settings = result.trial().hyperparameters().with(axis, value);
            Trial trial = new Trial(String.format(Locale.ROOT, "%032x", trials.size()), settings);
            trials.add(new TrialResult(trial, result.outcome(), result.seconds()));
          });
    }
    return RunDataReader.read(
        new ReferenceRun(ReferenceRun.facts("each", run.epochs(), run.testSize()), trials));
  }

  @Test
  void aPlainNetworkCountsOnceHoweverTheOtherIsNormalized() {
    RunData data =
        each(
            new MadeUpRun(2, 1, 3, 2, 0),
            Hyperparameter.NORM_POSITION,
            List.of(Normalization.Position.values()));

    assertThat(FinalAccuracyChart.of(data).orElseThrow().note())
        .isEqualTo(
            "mean and 95 % interval of 3 to 6 trials per point, which differ in norm position, seed");
    assertThat(trials(data)).containsExactly(6L, 6L);
    assertThat(trials(data.withOnePlainNetworkEach(Set.of()))).containsExactly(3L, 3L);
    assertThat(trials(data.withOnePlainNetworkEach(Set.of(Hyperparameter.NORM_POSITION))))
        .containsExactly(6L, 6L);
  }

  /** Trials of each weight scale. */
  private static List<Long> trials(RunData data) {
    return data.groupedBy(Set.of(Hyperparameter.WEIGHT_SCALE)).stream()
        .map(group -> group.bands().trials())
        .toList();
  }

  @Test
  void theFinalAccuracySaysWhichValuesHaveNoPlaceOnItsAxis() {
    RunData data = RunDataReader.read(ReferenceRun.ofWords(0.1, 0.01));

    assertThat(FinalAccuracyChart.note(data, Hyperparameter.WEIGHT_SCALE, List.of()))
        .isEqualTo("without he, xavier, which have no place on this axis");
    assertThat(FinalAccuracyChart.of(data).orElseThrow().height())
        .isGreaterThan(
            FinalAccuracyChart.of(RunDataReader.read(ReferenceRun.of(0))).orElseThrow().height());
  }
}
