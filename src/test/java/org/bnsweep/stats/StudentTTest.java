package org.bnsweep.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  @ParameterizedTest
  @CsvSource({
    "1, 12.7062",
    "2, 4.3027",
    "9, 2.2622",
    "30, 2.0423",
    "60, 2.0003",
    "1000, 1.9623",
    "1000000, 1.9600"
  })
  void quantilesAreThoseOfTheTables(int degrees, double quantile) {
    assertThat(StudentT.quantile975(degrees)).isCloseTo(quantile, within(6e-5));
  }
}
