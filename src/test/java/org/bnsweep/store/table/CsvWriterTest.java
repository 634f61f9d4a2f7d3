package org.bnsweep.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
  private static String text(String value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter csv = new CsvWriter(out, List.of("c"))) {
      csv.text(value);
    }
    return out.toString(StandardCharsets.UTF_8).substring("c\r\n".length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        " =1",
        "\u202e=1",
        "\u200b+1",
        "\uff1d1",
        "\ufeff@x"
      })
  void putsAnApostropheBeforeWhatASpreadsheetTakesForAFormula(String formula) throws IOException {
    assertThat(text(formula)).matches("(?s)'" + Pattern.quote(formula));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\rx", "\n-1", "=1;2", "=cmd|' /C calc'!A0,\"x\""})
  void quotesAFormulaThatHasSeparatorsAsWell(String formula) throws IOException {
    assertThat(text(formula)).isEqualTo("\"'" + formula.replace("\"", "\"\"") + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu", "100x100", "a-b", "1e-3", "it's", "x=1", "</script>", "\u00e9"})
  void leavesOtherTextsAlone(String harmless) throws IOException {
    assertThat(text(harmless)).isEqualTo(harmless);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"a,b|\"a,b\"", "say \"no\"|\"say \"\"no\"\"\"", "a;b|\"a;b\""})
  void quotesSeparatorsAndQuotes(String value, String expected) throws IOException {
    assertThat(text(value)).isEqualTo(expected);
  }

  @Test
  void quotesNewlines() throws IOException {
    assertThat(text("two\nlines")).isEqualTo("\"two\nlines\"");
  }

  @Test
  void writesNumbersAsTheyAreAndNoneAsNothing() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter csv = new CsvWriter(out, List.of("a", "b"))) {
      csv.number(-0.5);
      csv.number(-3L);
      csv.number(OptionalInt.of(7));
      csv.endRow();
      csv.number(Double.NaN);
      csv.number(Double.NEGATIVE_INFINITY);
      csv.number(OptionalInt.empty());
      csv.endRow();
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\r\n-0.5,-3,7\r\n,,\r\n");
  }
}
