package org.bnsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.settings;

import java.util.List;
import java.util.Optional;
import org.bnsweep.HeapUse;
import org.bnsweep.store.TestTrials;
import org.bnsweep.sweep.Trial;
import org.bnsweep.train.Network;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.junit.jupiter.api.Test;

class SweepStatisticsTest {
  private static void add(
      SweepStatistics statistics, long index, double rate, NetworkCurve bn, NetworkCurve plain) {
    statistics.add(
        new Trial(TestTrials.id(index), settings(1, rate, index)),
        Optional.of(PairFigures.of(new PairCurves(bn, plain))));
  }

  private static NetworkCurve tested(double accuracy, double testAccuracy) {
    return new NetworkCurve(
        List.of(new Point(0, 0, 1, accuracy, testAccuracy)), NetworkCurve.NEVER);
  }

  private static Moments moments(double... values) {
    Moments moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  @Test
  void estimatesEveryFigureOfASettingOnItsOwn() {
    SweepStatistics statistics = new SweepStatistics();
    // Test samples are missing at first: their moments come later, beside the others.
    add(statistics, 0, 0.1, TestTrials.curve(0.25, 0.5, 0.1), TestTrials.curve(0.1));
    add(statistics, 1, 0.1, tested(0.75, 0.7), tested(0.5, 0.3));
    add(statistics, 2, 0.1, tested(0.95, 0.6), tested(0.25, 0.4));

    SettingStatistics setting = statistics.settings().iterator().next();

    double area = (0.25 + 0.5 + 0.1) / 3;
    assertThat(setting.of(Network.NORMALIZED))
        .isEqualTo(
            new SeriesStatistics(
                List.of(
                    moments(0.1, 0.75, 0.95).summary(),
                    moments(0.5, 0.75, 0.95).summary(),
                    moments(area, 0.75, 0.95).summary(),
                    moments(0.7, 0.6).summary()),
                List.of(3, 1),
                0));
    assertThat(setting.of(Network.PLAIN).estimates())
        .containsExactly(
            moments(0.1, 0.5, 0.25).summary(),
            moments(0.1, 0.5, 0.25).summary(),
            moments(0.1, 0.5, 0.25).summary(),
            moments(0.3, 0.4).summary());
    assertThat(setting.difference().estimates())
        .containsExactly(
            moments(0.0, 0.75 - 0.5, 0.95 - 0.25).summary(),
            moments(0.5 - 0.1, 0.75 - 0.5, 0.95 - 0.25).summary(),
            moments(area - 0.1, 0.75 - 0.5, 0.95 - 0.25).summary(),
            moments(0.7 - 0.3, 0.6 - 0.4).summary());
  }

  @Test
  void takesLessThan350BytesForASetting() {
    int settings = 100_000;
    NetworkCurve curve = TestTrials.curve(0.25, 0.5, 0.75);
    SweepStatistics statistics = new SweepStatistics();
    long before = HeapUse.alive();

    for (int i = 0; i < settings; i++) {
      add(statistics, i, 0.001 * (i + 1), curve, curve);
    }

    long each = (HeapUse.alive() - before) / settings;
    assertThat(each).isLessThan(350);
    // Read last, so that it is still there when memory is measured.
    assertThat(statistics.settings()).hasSize(settings);
  }
}
