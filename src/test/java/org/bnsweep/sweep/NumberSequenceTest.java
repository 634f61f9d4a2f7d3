package org.bnsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NumberSequenceTest {

  /** The scales of the default experiment as NumPy prints them. */
  private static final List<Double> SCALES =
      List.of(
          1.0,
          0.5411695265464637,
          0.2928644564625237,
          0.15848931924611134,
          0.08576958985908942,
          0.046415888336127795,
          0.025118864315095794,
          0.013593563908785255,
          0.007356422544596414,
          0.003981071705534973,
          0.0021544346900318843,
          0.0011659144011798323,
          0.000630957344480193,
          0.0003414548873833601,
          0.00018478497974222906,
          0.0001);

  record Expected(double a, double b, int n, List<Double> values) {
    @Override
    public String toString() {
      return a + " to " + b + ", " + n;
    }
  }

  private static Stream<Expected> fixture(String name) throws IOException {
    try (InputStream in = NumberSequenceTest.class.getResourceAsStream(name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> rows =
          reader.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(",")).toList();
      return rows.stream()
          .map(
              row ->
                  new Expected(
                      Double.parseDouble(row[0]),
                      Double.parseDouble(row[1]),
                      Integer.parseInt(row[2]),
                      Arrays.stream(row, 3, row.length).map(Double::valueOf).toList()));
    }
  }

  static Stream<Expected> linspaces() throws IOException {
    return fixture("linspace.csv");
  }

  static Stream<Expected> powers() throws IOException {
    return fixture("powers-of-ten.csv");
  }

  private static List<Double> values(NumberSequence sequence) {
    return IntStream.range(0, sequence.size())
        .mapToObj(i -> sequence.get(i).doubleValue())
        .toList();
  }

  @Test
  void logspaceHasTheScalesOfTheDefaultExperimentBitForBit() {
    assertThat(values(NumberSequence.logspace(0, -4, 16))).isEqualTo(SCALES);
  }

  @ParameterizedTest
  @MethodSource("linspaces")
  void linspaceIsNumpysBitForBit(Expected expected) {
    assertThat(values(NumberSequence.linspace(expected.a, expected.b, expected.n)))
        .isEqualTo(expected.values);
  }

  @ParameterizedTest
  @MethodSource("powers")
  void logspaceIsRoundedCorrectly(Expected expected) {
    assertThat(values(NumberSequence.logspace(expected.a, expected.b, expected.n)))
        .isEqualTo(expected.values);
  }

  @Test
  void aLongLogspaceHasTheSameValuesAsAShortOne() {
    // 20,001 values is beyond the table; every 2,000th is one of the 11.
    NumberSequence fine = NumberSequence.logspace(0, -10, 20_001);
    NumberSequence coarse = NumberSequence.logspace(0, -10, 11);

    for (int i = 0; i < 11; i++) {
      assertThat(fine.get(2000 * i)).isEqualTo(coarse.get(i));
    }
  }

  @ParameterizedTest
  @CsvSource({"309, Infinity", "500, Infinity", "-324, 0", "-500, 0", "-323, 9.9e-324", "0, 1"})
  void powersEndWhereDoublesEnd(double exponent, double power) {
    assertThat(PowerOfTen.of(exponent)).isEqualTo(power);
  }

  private static NumberSequence range(String a, String b, String step) {
    return NumberSequence.range(new BigDecimal(a), new BigDecimal(b), new BigDecimal(step));
  }

  @Test
  void rangeExcludesItsEnd() {
    assertThat(values(range("0", "3", "1"))).containsExactly(0.0, 1.0, 2.0);
    assertThat(values(range("0", "5", "2"))).containsExactly(0.0, 2.0, 4.0);
    assertThat(values(range("3", "0", "-1.5"))).containsExactly(3.0, 1.5);
  }

  @Test
  void rangeCountsInDecimals() {
    // In binary 1 + 3 * 0.1 is 1.3000000000000003 and (1.3 - 1) / 0.1 is above 3.
    assertThat(values(range("1", "1.3", "0.1"))).containsExactly(1.0, 1.1, 1.2);
  }

  @Test
  void rangeOfTenMillionSeedsIsThreeNumbers() {
    assertThat(range("0", "10000000", "1"))
        .isEqualTo(new NumberSequence.LongRange(0, 1, 10_000_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 3 | 1 | no values, the end is excluded",
        "3 | 1 | 1 | no values, the end is excluded",
        "3 | 5 | 0 | a step of 0 leads nowhere",
        "0 | 1e300 | 1e-300 | more than 2147483647 values",
        "0 | 2147483648 | 1 | more than 2147483647 values",
      })
  void refusesRangesThatAreEmptyOrEndless(String a, String b, String step, String message) {
    assertThatThrownBy(() -> range(a, b, step))
        .isInstanceOf(GridException.class)
        .hasMessage(message);
  }
}
