package org.bnsweep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bnsweep.report.chart.ValueScale.Spacing;
import org.bnsweep.report.chart.ValueScale.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueScaleTest {
  @Test
  void numbersThatAreNearEachOtherAreInRoundStepsFromZero() {
    ValueScale scale = ValueScale.of(List.of(1.1, 2.3, Double.NaN), 6);

    assertThat(scale).isEqualTo(new ValueScale(Spacing.NUMBERS, 0, 2.5, 0.5));
    assertThat(labels(scale)).containsExactly("0.0", "0.5", "1.0", "1.5", "2.0", "2.5");
    assertThat(scale.share(1.25)).isEqualTo(0.5);
    assertThat(scale.share(Double.POSITIVE_INFINITY)).isNaN();
  }

  @Test
  void numbersThatAreFarApartAreInPowersOfTen() {
    ValueScale scale = ValueScale.of(List.of(0.02, 0.0, 30.0), 6);

    assertThat(scale).isEqualTo(new ValueScale(Spacing.POWERS, -2, 2, 1));
    assertThat(labels(scale)).containsExactly("0.01", "0.1", "1.0", "10.0", "100.0");
    assertThat(scale.share(0.01)).isZero();
    assertThat(scale.share(1)).isEqualTo(0.5, within(1e-12));
    assertThat(scale.share(0)).isNaN();
  }

  @Test
  void ofManyPowersSomeHaveALabel() {
    ValueScale scale = ValueScale.ofPowers(List.of(1e-20, 1.0), 6);

    assertThat(labels(scale)).containsExactly("1e-20", "1e-16", "1e-12", "1e-8", "0.0001", "1.0");
    assertThat(labels(ValueScale.ofPowers(List.of(1e-300, 1e308), 6))).contains("1e-306", "1e306");
  }

  @Test
  void withoutANumberThereIsAnAxisAllTheSame() {
    assertThat(labels(ValueScale.of(List.of(Double.NaN), 6))).startsWith("0.0").endsWith("1.0");
    assertThat(labels(ValueScale.ofPowers(List.of(0.0), 6))).containsExactly("0.1", "1.0", "10.0");
  }

  @ParameterizedTest
  @CsvSource({"19, 10, 2", "10, 10, 1", "11, 10, 2", "100, 6, 20", "0.3, 6, 0.05", "7, 1, 10"})
  void stepsAreRound(double range, int most, double step) {
    assertThat(ValueScale.roundStep(range, most)).isEqualTo(step, within(1e-12));
  }

  private static List<String> labels(ValueScale scale) {
    assertThat(scale.ticks().get(0).share()).isZero();
    assertThat(scale.ticks().get(scale.ticks().size() - 1).share()).isEqualTo(1, within(1e-12));
    return scale.ticks().stream().map(Tick::label).toList();
  }
}
