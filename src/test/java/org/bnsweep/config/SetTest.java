package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.config.Configs.read;
import static org.bnsweep.config.Configs.trials;
import static org.bnsweep.config.Configs.values;

import java.util.List;
import org.bnsweep.data.DataSettings;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --set}, over a file and for a single trial. */
class SetTest {
  @Test
  void setsReplaceSettingsAndAxes() {
    RunConfig config =
        read(
            "grid: {weight_scale: [1, 2], seed: 3}",
            "grid.seed=[0,1,2]",
            "epochs=5",
            "data.train_size=500",
            "name=other",
            "weight_scale={logspace: [0, -4, 16]}",
            "hidden=[5,5]",
            "test_size=10",
            "sample={count: 40, seed: 1}",
            "sample.count=30",
            "where=[\"seed < 2\"]",
            "record_activations=true");

    assertThat(config.name()).isEqualTo("other");
    assertThat(config.epochs()).isEqualTo(5);
    assertThat(config.data()).isEqualTo(new DataSettings("embedded", 500, 10));
    assertThat(values(config, Hyperparameter.SEED)).hasToString("[0, 1]");
    assertThat(values(config, Hyperparameter.WEIGHT_SCALE)).hasSize(16);
    assertThat(values(config, Hyperparameter.HIDDEN)).hasToString("[[5, 5]]");
    assertThat(config.grid().size()).isEqualTo(30);
    assertThat(config.recordings()).isEqualTo(Recordings.of(Recording.ACTIVATIONS));
  }

  @Test
  void theLastOfTwoSetsOfAKeyCounts() {
    assertThat(read("epochs: 1", "epochs=2", "epochs=3").epochs()).isEqualTo(3);
  }

  @Test
  void makesASingleTrialOfDefaultsAndSets() {
    RunConfig config = ConfigReader.single(List.of("weight_scale=he", "seed=7", "epochs=2"));

    assertThat(config.name()).isEqualTo("trial");
    assertThat(config.epochs()).isEqualTo(2);
    assertThat(config.grid().size()).isEqualTo(1);
    assertThat(config.grid().get(0).seed()).isEqualTo(7);
  }

  @Test
  void makesATrialAgainOfItsOwnSettings() {
    RunConfig config =
        read(
            """
            grid:
              weight_scale: [he, xavier, 0, 1e-300, 1e300, 0.5411695265464637]
              learning_rate: [1000000.0, 1e-7]
              hidden: [[1], [100, 20]]
              activation: sigmoid
              optimizer: adagrad
              dropout: 0.999
              seed: 4294967295
            """);

    assertThat(trials(config))
        .hasSize(24)
        .allSatisfy(
            trial ->
                assertThat(trials(ConfigReader.single(Hyperparameter.settings(trial))))
                    .containsExactly(trial));
    assertThat(Hyperparameter.settings(config.grid().get(1)))
        .hasSameSizeAs(Hyperparameter.values())
        .containsSubsequence(
            "weight_scale=he",
            "learning_rate=1000000.0",
            "batch_size=100",
            "hidden=[100,20]",
            "activation=sigmoid",
            "dropout=0.999",
            "weight_decay=0.0",
            "optimizer=adagrad",
            "seed=4294967295");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d/good #1",
        "# x",
        "a: b",
        "- x",
        "? x",
        "| x",
        "> x",
        "*a",
        "&a x",
        "!x y",
        "@x",
        "%x",
        "`x`",
        "--- x",
        "...",
        "x, y]",
        "it's \"so\"",
        "a\tb",
        "mnist-\u00e9",
      })
  void takesAValueAsItIsWritten(String value) {
    assertThat(read("epochs: 1", "source= " + value + " ").data().source()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"d/good #1\"", "'d/good #1'"})
  void takesAQuotedValueWithoutItsQuotes(String value) {
    assertThat(read("epochs: 1", "source=" + value).data().source()).isEqualTo("d/good #1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seed=1 # one       | grid.seed is 1 # one, must be a whole number in 0..4294967295",
        "seed=- 1           | grid.seed is - 1, must be a whole number in 0..4294967295",
        "seed=!!int 3       | grid.seed is !!int 3, must be a whole number in 0..4294967295",
        "seed='3'           | grid.seed is '3', must be a whole number in 0..4294967295",
        "seed=~             | grid.seed is empty, must be a whole number in 0..4294967295",
        "seed=[1] # one     | grid.seed is [1] # one, must be one value with nothing after it, not even a comment",
        "seed=[1] 2         | grid.seed is [1] 2, must be one value with nothing after it, not even a comment",
        "seed=[1]: 2        | grid.seed is [1]: 2, must be one value with nothing after it, not even a comment",
        "data={} {}         | data is {} {}, must be one value with nothing after it, not even a comment",
        "source='a' #1      | data.source is 'a' #1, must be one value with nothing after it, not even a comment",
        "source='it''s' @   | data.source is 'it''s' @, must be one value with nothing after it, not even a comment",
        "source=\"a\\\"\" b | data.source is \"a\\\"\" b, must be one value with nothing after it, not even a comment",
        "source=\"\ud83d\ude00\" b | data.source is \"\ud83d\ude00\" b, must be one value with nothing after it, not even a comment",
        "seed=[\ud83d\ude00] b | grid.seed is [\ud83d\ude00] b, must be one value with nothing after it, not even a comment",
        "seed=[&a 1, *a]    | YAML anchors, aliases and tags are not read, write the value itself",
        "source='a          | not YAML that bnsweep reads: found unexpected end of stream",
      })
  void refusesWhatIsMoreThanOneValue(String setting, String message) {
    assertThatThrownBy(() -> ConfigReader.single(List.of(setting)))
        .hasMessage("--set " + setting + ": " + message);
  }

  @Test
  void readsTheValueOfAClauseInTheSameWay() {
    assertThat(read("grid: {seed: [1, 2]}", "where=seed < 2").grid().size()).isEqualTo(1);
    assertThat(read("where: [\"activation == 'relu'\"]").grid().size()).isEqualTo(1);
    assertThatThrownBy(() -> read("where: ['seed == 3 # three']"))
        .hasMessage("test.yaml:1: where[0] is 3 # three, must be a finite number");
    assertThatThrownBy(() -> read("where: ['seed in [0] # none']"))
        .hasMessage(
            "test.yaml:1: where[0] is [0] # none, must be one value with nothing after it, not even"
                + " a comment");
  }
}
