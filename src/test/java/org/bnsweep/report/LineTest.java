package org.bnsweep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.bnsweep.train.Network;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class LineTest {

  @Test
  void theIntervalHasAGapWhereNoTrialWasTrained() {
    List<Band> bands =
        List.of(of(0.2, 0.4), of(0.3, 0.5), of(), of(0.6), of(0.7, 0.9), of(), of(1));
    XYChart chart = new XYChart(100, 100);

    new Line(Network.BN, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), bands).addBandTo(chart);

    assertThat(chart.getSeriesCollection())
        .extracting(series -> series.getXData())
        .containsExactly(new double[] {1, 2, 2, 1}, new double[] {4, 5, 5, 4});
    assertThat(chart.getSeriesCollection())
        .allSatisfy(series -> assertThat(series.getYData()).doesNotContain(Double.NaN));
  }

  private static Band of(double... numbers) {
    Band band = new Band();
    DoubleStream.of(numbers).forEach(band::add);
    return band;
  }
}
