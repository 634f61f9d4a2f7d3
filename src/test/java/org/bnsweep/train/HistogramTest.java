package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "4.9e-324, 1",
    "9.999999999999999e-17, 1",
    "1e-16, 2",
    "0.9999999999999999, 129",
    "1, 130",
    "1.3335, 130",
    "1.3336, 131",
    "9.999999999999998e15, 257",
    "1e16, 258",
    "Infinity, 258",
    "-1, -130",
    "-Infinity, -258",
    "NaN, 259",
  })
  void putsANumberIntoItsBin(double value, int bin) {
    assertThat(Histogram.binOf(value)).isEqualTo(bin);
  }

  @Test
  void everyLogarithmicBinHoldsItsLowerEdgeAndNotItsUpper() {
    for (int bin = 2; bin < Histogram.OVERFLOW; bin++) {
      assertThat(Histogram.binOf(Histogram.from(bin))).isEqualTo(bin);
      assertThat(Histogram.binOf(Math.nextDown(Histogram.to(bin)))).isEqualTo(bin);
      assertThat(Histogram.binOf(Histogram.to(bin))).isEqualTo(bin + 1);
    }
  }

  @Test
  void binsOutsideTheDecadesHaveEdgesToo() {
    assertThat(Histogram.from(0)).isZero();
    assertThat(Histogram.to(0)).isZero();
    assertThat(Histogram.from(1)).isZero();
    assertThat(Histogram.to(1)).isEqualTo(1e-16);
    assertThat(Histogram.from(Histogram.OVERFLOW)).isEqualTo(1e16);
    assertThat(Histogram.to(Histogram.OVERFLOW)).isInfinite();
    assertThat(Histogram.from(Histogram.NOT_A_NUMBER)).isNaN();
    assertThat(Histogram.to(Histogram.NOT_A_NUMBER)).isNaN();
    assertThat(Histogram.from(-130)).isEqualTo(-Histogram.to(130));
    assertThat(Histogram.to(-130)).isEqualTo(-1);
  }

  @Test
  void countsTheFirstNumbersOfAnArray() {
    Histogram histogram = Histogram.of(new double[] {1, 0, 1.1, Double.NaN, 0, 1e-20, 7}, 6);

    assertThat(histogram)
        .isEqualTo(Histogram.of(new int[] {0, 1, 130, 259}, new int[] {2, 1, 2, 1}));
    assertThat(histogram.size()).isEqualTo(4);
    assertThat(histogram.bin(2)).isEqualTo(130);
    assertThat(histogram.count(2)).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNoHistogram() {
    assertThatThrownBy(() -> Histogram.of(new int[] {3, 2}, new int[] {1, 1}))
        .hasMessage(
            "no histogram: bins [3, 2] with counts [1, 1], must be ascending bins with a count of"
                + " 1 or more each");
    assertThatThrownBy(() -> Histogram.of(new int[] {3}, new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Histogram.of(new int[] {260}, new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Histogram.of(new int[] {-259}, new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Histogram.of(new int[] {3}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
