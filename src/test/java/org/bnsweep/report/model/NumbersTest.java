package org.bnsweep.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "100.0, 100.0",
    "0.00034145, 0.0003414",
    "1e-7, 1e-7",
    "1.0625, 1.063",
    "0.5411695265464637, 0.5412",
    "0.000630957344480193, 0.000631",
    "0.00018478497974222906, 0.0001848",
    "0.0001, 0.0001",
    "0.00001, 1e-5",
    "1e300, 1e300",
    "1.23456e-7, 1.235e-7",
    "123456.7, 123500.0",
    "-0.25, -0.25",
    "0.0, 0.0",
    "-0.0, 0.0",
    "NaN, NaN",
    "Infinity, infinite",
    "-Infinity, -infinite"
  })
  void keepsFourDigitsAndAPoint(double value, String text) {
    assertThat(Numbers.brief(value)).isEqualTo(text);
  }
}
