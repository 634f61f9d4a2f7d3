package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Reading;
import org.bnsweep.data.Reading.Orientation;
import org.bnsweep.data.Reading.Scale;
import org.bnsweep.data.Selection;
import org.bnsweep.data.Selection.Select;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section {@code data}. */
class DataTest {

  @Test
  void readsEveryKey() {
    RunConfig config =
        ConfigReader.readText(
            """
            data:
              source: /data/letters
              train_size: 100
              test_size: 10
              test_share: 0.25
              select: Stratified
              seed: 7
              classes: 26
              label_column: letter
              label_offset: 1
              prefix: emnist-letters
              transpose: true
              scale: standardize
            """,
            "c.yaml",
            List.of());

    Reading reading =
        new Reading(
            Optional.empty(),
            OptionalInt.of(26),
            OptionalInt.of(1),
            Optional.of("letter"),
            Optional.of("emnist-letters"),
            Orientation.TRANSPOSED,
            Scale.STANDARDIZE);
    Selection selection = new Selection(Select.STRATIFIED, 7, 0.25);
    assertThat(config.data())
        .isEqualTo(new DataSettings("/data/letters", 100, 10, selection, reading));
    assertThat(config.shareableSettings().get("data"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("source", "letters"),
                Map.entry("train_size", 100),
                Map.entry("test_size", 10),
                Map.entry("test_share", 0.25),
                Map.entry("select", "stratified"),
                Map.entry("seed", 7L),
                Map.entry("classes", 26),
                Map.entry("label_column", "letter"),
                Map.entry("label_offset", 1),
                Map.entry("prefix", "emnist-letters"),
                Map.entry("transpose", true),
                Map.entry("scale", "standardize")));
  }

  @Test
  void theDefaultsAreThoseOfTheFirstReleaseAndWriteNothingMore() {
    RunConfig config = ConfigReader.single(List.of());

    assertThat(config.data()).isEqualTo(new DataSettings("embedded", 1000, 0));
    assertThat(config.settings().get("data"))
        .isEqualTo(Map.of("source", "embedded", "train_size", 1000, "test_size", 0));
  }

  @Test
  void theSeedOfTheDataIsNotThatOfTheTrials() {
    RunConfig config = ConfigReader.single(List.of("data.seed=3", "seed=4"));

    assertThat(config.data().selection().seed()).isEqualTo(3);
    assertThat(config.grid().get(0).seed()).isEqualTo(4);
  }

  @Test
  void keepsTheLastNameOfTheTestSource() {
    RunConfig config = ConfigReader.single(List.of("source=/a/b.csv", "test_source=s3a://x/c.csv"));

    assertThat(config.data().reading().testSource()).contains("s3a://x/c.csv");
    assertThat(config.shareableSettings().get("data").toString())
        .contains("test_source=c.csv")
        .doesNotContain("s3a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select=stratifed | data.select is stratifed, must be first, random or stratified; did you"
            + " mean stratified?",
        "select=3         | data.select is 3, must be first, random or stratified",
        "scale=minmax     | data.scale is minmax, must be auto, none or standardize",
        "classes=0        | data.classes is 0, must be a whole number in 1..65536",
        "label_offset=x   | data.label_offset is x, must be a whole number in"
            + " -1000000000..1000000000",
        "test_share=1     | data.test_share is 1, must be a number in [0, 1)",
        "test_share=most  | data.test_share is most, must be a number in [0, 1)",
        "transpose=yes    | data.transpose is yes, must be true or false",
        "data.seed=-1     | data.seed is -1, must be a whole number in 0..4294967295",
      })
  void saysWhatWouldBeRight(String setting, String message) {
    assertThatThrownBy(() -> ConfigReader.single(List.of(setting)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--set " + setting + ": " + message);
  }

  @Test
  void testSamplesComeFromOnePlace() {
    assertThatThrownBy(() -> ConfigReader.single(List.of("test_source=a", "test_share=0.1")))
        .hasMessage(
            "--set test_share=0.1: data.test_share is 0.1, must be left out where test_source names"
                + " the test samples");
  }
}
