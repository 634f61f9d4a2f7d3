package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.config.Refusals.refused;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong key or setting gets one line: where, what, its value, and what would be right. */
class BadSettingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epoch: 1                       | epoch, did you mean epochs?",
        "lerning_rate: 1                | lerning_rate, did you mean grid.learning_rate?",
        "learning_rate: 1               | learning_rate, did you mean grid.learning_rate?",
        "train_size: 5                  | train_size, did you mean data.train_size?",
        "data: {trainsize: 5}           | data.trainsize, did you mean train_size?",
        "grid: {seeds: 1}               | grid.seeds, did you mean seed?",
        "grid: {seed: {logspce: [0]}}   | grid.seed.logspce, did you mean logspace?",
        "sample: {counts: 5}            | sample.counts, did you mean count?",
        "points: [{seed: 1, droput: 2}] | points[0].droput, did you mean dropout?",
      })
  void namesTheKeyNearestToAnUnknownOne(String yaml, String message) {
    refused("# one line\n" + yaml, "c.yaml:2: unknown key " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[a]                       | the document is [a], must be a map of keys, such as epochs:"
            + " 20",
        "hello                     | the document is hello, must be a map of keys, such as epochs:"
            + " 20",
        "epochs: 0                 | epochs is 0, must be a whole number in 1..100000",
        "epochs: -1                | epochs is -1, must be a whole number in 1..100000",
        "epochs: 100001            | epochs is 100001, must be a whole number in 1..100000",
        "epochs: many              | epochs is many, must be a whole number in 1..100000",
        "epochs: '20'              | epochs is '20', must be a whole number in 1..100000",
        "epochs: 20.5              | epochs is 20.5, must be a whole number in 1..100000",
        "epochs: 1e400             | epochs is 1e400, must be a whole number in 1..100000",
        "epochs: 1e999999999999    | epochs is 1e999999999999, must be a whole number in 1..100000",
        "epochs: 1e-999999999      | epochs is 1e-999999999, must be a whole number in 1..100000",
        "epochs: 2.0000000000000000001 | epochs is 2.0000000000000000001, must be a whole number in"
            + " 1..100000",
        "epochs: 1e6               | epochs is 1e6, must be a whole number in 1..100000",
        "epochs: 010               | epochs is 010, must be a whole number in 1..100000",
        "epochs: [1]               | epochs is [1], must be a whole number in 1..100000",
        "epochs:                   | epochs is empty, must be a whole number in 1..100000",
        "epochs: ~                 | epochs is empty, must be a whole number in 1..100000",
        "data: 5                   | data is 5, must be a map, such as data: {train_size: 1000}",
        "data: {train_size: 0}     | data.train_size is 0, must be a whole number in 1..2147483647",
        "data: {test_size: -1}     | data.test_size is -1, must be a whole number in 0..2147483647",
        "data: {source: ''}        | data.source is '', must be embedded, a file or a folder, or a"
            + " URI of one",
        "data: {source: [a]}       | data.source is [a], must be embedded, a file or a folder, or a"
            + " URI of one",
        "record_activations: maybe | record_activations is maybe, must be true or false",
        "record_landscape: often | record_landscape is often, must be true or false",
        "grid: []                  | grid is [], must be a map, such as grid: {seed: [0, 1, 2]}",
        "grid: {seed: }            | grid.seed is empty, must be a whole number in 0..4294967295",
        "grid: ''                  | grid is '', must be a map, such as grid: {seed: [0, 1, 2]}",
      })
  void namesFileLineKeyValueAndWhatWouldBeRight(String yaml, String message) {
    refused("# one line\n" + yaml, "c.yaml:2: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", ".hidden", "a b", "..", "a\\b", "ü"})
  void refusesANameThatIsNoPlainFileName(String name) {
    refused(
        "name: '" + name + "'",
        "c.yaml:1: name is "
            + name
            + ", must be letters, digits, '.', '_' or '-', not '.' first, at most 100: it names a"
            + " folder");
  }

  @Test
  void refusesALongName() {
    assertThat(ConfigReader.readText("name: " + "x".repeat(100), "c", List.of()).name())
        .hasSize(100);
    refused(
        "name: " + "x".repeat(101),
        "c.yaml:1: name is "
            + "x".repeat(57)
            + "..., must be letters, digits, '.', '_' or '-', not '.' first, at most 100: it names"
            + " a folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed               | must be key=value, such as grid.seed=[0,1,2]",
        "=5                 | must be key=value, such as grid.seed=[0,1,2]",
        "seed=              | must be key=value, such as grid.seed=[0,1,2]",
        "epoch=3            | unknown key epoch, did you mean epochs?",
        "lerning_rate=1     | unknown key lerning_rate, did you mean learning_rate?",
        "grid.lerning_rate=1 | unknown key grid.lerning_rate, did you mean grid.learning_rate?",
        "data.trainsize=3   | unknown key data.trainsize, did you mean data.train_size?",
        "grid.seed.x=3      | unknown key grid.seed.x, did you mean grid.seed?",
        "grid.seed=[1       | not YAML that bnsweep reads: expected ',' or ']', but got <stream"
            + " end>",
        "grid.seed=-1       | grid.seed is -1, must be a whole number in 0..4294967295",
        "seed=-1            | grid.seed is -1, must be a whole number in 0..4294967295",
        "epochs=0           | epochs is 0, must be a whole number in 1..100000",
        "grid=3             | grid is 3, must be a map, such as grid: {seed: [0, 1, 2]}",
        "seed=[0,1]         | grid.seed is [0, 1], must be one value where a single trial is"
            + " trained",
        "points=[{seed: 0}, {seed: 1}] | points is [{seed: 0}, {seed: 1}], must be one point where"
            + " a single trial is trained",
      })
  void namesTheSettingOfTheCommandLine(String setting, String message) {
    assertThatThrownBy(() -> ConfigReader.single(List.of(setting)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--set " + setting + ": " + message);
  }

  @Test
  void refusesASettingInsideWhatIsNoMap() {
    assertThatThrownBy(() -> ConfigReader.readText("data: 5", "c.yaml", List.of("train_size=3")))
        .hasMessage("c.yaml:1: data is 5, must be a map of keys with values");
  }

  @Test
  void everySettingIsKnownByOneName() {
    assertThat(Set.copyOf(Keys.settable())).hasSameSizeAs(Keys.settable());
  }
}
