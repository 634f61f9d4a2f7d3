package org.bnsweep.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.bnsweep.bench.GrowthBenchmark.Request;
import org.bnsweep.data.Dataset;
import org.bnsweep.report.chart.PowerPanels;
import org.bnsweep.settings.Hyperparameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthBenchmarkTest {
  private static final Hyperparameters DEFAULT = Hyperparameters.builder().build();

  @Test
  void withoutWordsEverythingIsMeasured() {
    Request request = Request.of();

    assertThat(request.axes()).containsExactly(GrowthAxis.values());
    assertThat(request.pointsOf(GrowthAxis.WIDTH)).startsWith(50).endsWith(1000);
    assertThat(request.pointsOf(GrowthAxis.SAMPLES)).startsWith(1000).endsWith(60_000);
    assertThat(request.pointsOf(GrowthAxis.TRIALS)).startsWith(10).endsWith(100_000);
    assertThat(request.out()).isEqualTo(Path.of("target/growth"));
  }

  @Test
  void wordsChooseWhatIsMeasured() {
    Request request =
        Request.of("quick", "depth", "--from", "a.csv", "trials", "--from", "b.csv", "--out", "x");

    assertThat(request.axes()).isEqualTo(EnumSet.of(GrowthAxis.DEPTH, GrowthAxis.TRIALS));
    assertThat(request.pointsOf(GrowthAxis.DEPTH)).containsExactly(1, 2);
    assertThat(request.known()).containsExactly(Path.of("a.csv"), Path.of("b.csv"));
    assertThat(request.out()).isEqualTo(Path.of("x"));
  }

  @Test
  void aFileAloneIsOnlyDrawn() {
    assertThat(Request.of("--from", "a.csv").axes()).isEmpty();
  }

  @Test
  void wordsThatMeanNothingAreNamed() {
    assertThatThrownBy(() -> Request.of("wide"))
        .hasMessage(
            "\"wide\" is none of quick, --from, --out, width, depth, batch, samples, trials");
    assertThatThrownBy(() -> Request.of("--out")).hasMessage("after --out there is nothing");
  }

  @ParameterizedTest
  @EnumSource(GrowthAxis.class)
  void pointsAscend(GrowthAxis axis) {
    assertThat(axis.points())
        .isSorted()
        .doesNotHaveDuplicates()
        .startsWith(axis.quickPoints().toArray(Integer[]::new));
  }

  @Test
  void anAxisChangesItsSettingAlone() {
    assertThat(GrowthAxis.WIDTH.hyperparameters(70).hidden()).containsExactly(70, 70, 70, 70, 70);
    assertThat(GrowthAxis.DEPTH.hyperparameters(2).hidden()).containsExactly(100, 100);
    assertThat(GrowthAxis.BATCH.hyperparameters(7).batchSize()).isEqualTo(7);
    assertThat(GrowthAxis.BATCH.hyperparameters(7).hidden()).isEqualTo(DEFAULT.hidden());
    assertThat(GrowthAxis.WIDTH.hyperparameters(70).batchSize()).isEqualTo(DEFAULT.batchSize());
    assertThat(GrowthAxis.SAMPLES.samples(20_000)).isEqualTo(20_000);
    assertThat(GrowthAxis.DEPTH.samples(20)).isEqualTo(1000);
  }

  /** At 1000 MNIST's own, 609 of whose 784 pixels are not 0 everywhere. */
  @Test
  void madeUpSamplesAreAsDarkAsTheEmbeddedOnes() {
    Dataset embedded = PairCosts.samples(1000);
    Dataset more = PairCosts.samples(3000);

    assertThat(embedded.train().count()).isEqualTo(1000);
    assertThat(more.train().count()).isEqualTo(3000);
    assertThat(PairCosts.inputs(embedded.train())).isEqualTo(609);
    assertThat(PairCosts.inputs(more.train())).isBetween(550, 609);
    assertThat(lit(more)).isBetween(lit(embedded) * 0.98, lit(embedded) * 1.02);
  }

  /** The share of pixels that are not 0. */
  private static double lit(Dataset data) {
    long lit = 0;
    for (int i = 0; i < data.train().count(); i++) {
      for (int j = 0; j < data.features(); j++) {
        lit += data.train().value(i, j) != 0 ? 1 : 0;
      }
    }
    return (double) lit / data.train().count() / data.features();
  }

  @Test
  void linesOfCsvAreReadAsTheyWereWritten() {
    Cost cost = new Cost(GrowthAxis.SAMPLES, 60_000, Cost.Line.GEMM, 2.5);

    assertThat(cost.csv()).isEqualTo("samples,60000,gemm,2.500");
    assertThat(Cost.parse(cost.csv())).isEqualTo(cost);
    assertThatThrownBy(() -> Cost.parse("samples,many,gemm,2"))
        .hasMessage("\"samples,many,gemm,2\" is no line of axis,value,line,seconds");
  }

  @Test
  void everyAxisThatWasMeasuredHasAPanel() {
    List<PowerPanels.Panel> panels =
        GrowthBenchmark.panels(
            List.of(
                new Cost(GrowthAxis.DEPTH, 1, Cost.Line.PAIR, 0.5),
                new Cost(GrowthAxis.DEPTH, 1, Cost.Line.GEMM, 0.25),
                new Cost(GrowthAxis.DEPTH, 2, Cost.Line.PAIR, 0.75),
                new Cost(GrowthAxis.TRIALS, 10, Cost.Line.WALL, 0.1)));

    assertThat(panels)
        .containsExactly(
            new PowerPanels.Panel(
                "ms per pair of 3 epochs",
                "hidden layers of 100",
                List.of(
                    new PowerPanels.Curve("a pair, CPU", List.of(1.0, 2.0), List.of(500.0, 750.0)),
                    new PowerPanels.Curve(
                        "its gemm calls alone, CPU", List.of(1.0), List.of(250.0)))),
            new PowerPanels.Panel(
                "ms per trial of a run",
                "trials of a run",
                List.of(
                    new PowerPanels.Curve(
                        "the same, on the clock, 2 slots", List.of(10.0), List.of(100.0)))));
  }
}
