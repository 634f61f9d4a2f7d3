package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.config.Configs.read;
import static org.bnsweep.config.Refusals.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Characters that look like others, or like nothing, are told from them. */
class LookAlikesTest {
  @Test
  void aKeyIsShownInAsciiAndItsOtherCharacterNamed() {
    refused(
        "\u0435pochs: 2",
        "c.yaml:1: unknown key \\u0435pochs (U+0435 CYRILLIC SMALL LETTER IE), did you mean"
            + " epochs?");
    refused(
        "grid: {s\u0435\u0435d: 2}",
        "c.yaml:1: unknown key grid.s\\u0435\\u0435d (U+0435 CYRILLIC SMALL LETTER IE), must be one"
            + " of "
            + Configs.AXES
            + ", points, where, sample");
    refused(
        "epo\u200bchs: 2",
        "c.yaml:1: unknown key epo\\u200bchs (U+200B ZERO WIDTH SPACE), did you mean epochs?");
    refused(
        "\uff45pochs: 2",
        "c.yaml:1: unknown key \\uff45pochs (U+FF45 FULLWIDTH LATIN SMALL LETTER E), did you mean"
            + " epochs?");
    refused(
        "\ud83d\ude00: 2",
        "c.yaml:1: unknown key \\U0001f600 (U+1F600 GRINNING FACE), must be one of name, data,"
            + " epochs, grid, points, where, sample,"
            + " record_activations, record_gradients, record_landscape");
    refused(
        "data:\n\u00a0 train_size: 100",
        "c.yaml:2: unknown key \\u00a0 train_size (U+00A0 NO-BREAK SPACE), did you mean"
            + " data.train_size?");
  }

  @Test
  void soIsTheKeyOfASetting() {
    assertThatThrownBy(() -> ConfigReader.single(List.of("\u0435pochs=2")))
        .hasMessage(
            "--set \\u0435pochs=2: unknown key \\u0435pochs (U+0435 CYRILLIC SMALL LETTER IE), did"
                + " you mean epochs?");
  }

  @Test
  void soIsTheAxisOfAClause() {
    refused(
        "where: ['s\u0435ed > 1']",
        "c.yaml:1: where[0]: unknown axis s\\u0435ed (U+0435 CYRILLIC SMALL LETTER IE), did you"
            + " mean seed?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00a0 | a NO-BREAK SPACE (U+00A0), must be a plain space",
        "3000 | an IDEOGRAPHIC SPACE (U+3000), must be a plain space",
        "2003 | an EM SPACE (U+2003), must be a plain space",
        "200b | a ZERO WIDTH SPACE (U+200B), must not be there",
      })
  void aSpaceThatIsNoneIsNamedWhereThereIsNoMap(String code, String message) {
    refused(
        "# one line\nepochs:" + Character.toString(Integer.parseInt(code, 16)) + "2",
        "c.yaml:2: the document is epochs:\\u"
            + code
            + "2, must be a map of keys, such as epochs: 20; line 2 has "
            + message);
  }

  @Test
  void aSpaceThatIsNoneIsNamedWhereTheYamlIsNone() {
    refused(
        "epochs: 2\ngrid: {seed: [1}\ndata:\u00a0{}",
        "c.yaml:2: not YAML that bnsweep reads: expected ',' or ']', but got }; line 3 has a"
            + " NO-BREAK SPACE (U+00A0), must be a plain space");
    refused(
        "grid: {seed: [1} # \u00a0",
        "c.yaml:1: not YAML that bnsweep reads: expected ',' or ']', but got }");
  }

  @Test
  void aSpaceThatIsNoneIsSeenInAValue() {
    refused("epochs: 2\u00a0", "c.yaml:1: epochs is 2\\u00a0, must be a whole number in 1..100000");
    refused(
        "grid:\n  seed:\u00a03",
        "c.yaml:1: grid is seed:\\u00a03, must be a map, such as grid: {seed: [0, 1, 2]}");
  }

  @Test
  void textOfOtherScriptsStaysReadable() {
    assertThat(OneLine.of("d/mnist-\u00e9 \u6570\u636e \ud83d\ude00"))
        .isEqualTo("d/mnist-\u00e9 \u6570\u636e \ud83d\ude00");
    assertThat(read("data: {source: mnist-\u00e9}").data().source()).isEqualTo("mnist-\u00e9");
    refused("epochs: \u00fc", "c.yaml:1: epochs is \u00fc, must be a whole number in 1..100000");
  }

  @Test
  void aByteOrderMarkIsNoneOfThem() {
    assertThat(read("\ufeffepochs: 2").epochs()).isEqualTo(2);
    refused(
        "\ufeffhello",
        "c.yaml:1: the document is hello, must be a map of keys, such as epochs: 20");
  }
}
