package org.bnsweep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bnsweep.report.model.MadeUpBands;
import org.bnsweep.stats.Moments;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class LineTest {

  @Test
  void theIntervalHasAGapWhereNoTrialWasTrained() {
    List<Moments> bands =
        List.of(
            MadeUpBands.of(0.2, 0.4),
            MadeUpBands.of(0.3, 0.5),
            MadeUpBands.of(),
            MadeUpBands.of(0.6),
            MadeUpBands.of(0.7, 0.9),
            MadeUpBands.of(),
            MadeUpBands.of(1));
    XYChart chart = new XYChart(100, 100);

    new Line(Ink.BATCH, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), bands).addBandTo(chart);

    assertThat(chart.getSeriesCollection())
        .extracting(series -> series.getXData())
        .containsExactly(new double[] {1, 2, 2, 1}, new double[] {4, 5, 5, 4});
    assertThat(chart.getSeriesCollection())
        .allSatisfy(series -> assertThat(series.getYData()).doesNotContain(Double.NaN));
  }

  @Test
  void theIntervalStaysAnAccuracy() {
    XYChart chart = new XYChart(100, 100);

    new Line(
            Ink.PLAIN,
            List.of(1.0, 2.0),
            List.of(MadeUpBands.of(0.01, 0.9), MadeUpBands.of(0.1, 0.99)))
        .addBandTo(chart);

    assertThat(chart.getSeriesCollection())
        .extracting(series -> series.getYData())
        .containsExactly(new double[] {1, 1, 0, 0});
  }
}
