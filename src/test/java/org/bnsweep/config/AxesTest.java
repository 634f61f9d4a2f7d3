package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.config.Configs.read;
import static org.bnsweep.config.Configs.trials;
import static org.bnsweep.config.Configs.values;

import java.util.List;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.nn.WeightScale.Init;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.sweep.Axis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The axes of a grid as they are written. */
class AxesTest {
  @ParameterizedTest
  @CsvSource({"he, HE", "relu, HE", "HE, HE", "ReLU, HE", "xavier, XAVIER", "Sigmoid, XAVIER"})
  void knowsBothNamesOfAnInitializerInAnyCase(String written, Init init) {
    RunConfig config = read("grid: {weight_scale: " + written + "}");

    assertThat(config.grid().get(0).weightScale()).isEqualTo(new WeightScale(init, Double.NaN));
    assertThat(config.settings().get("grid"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("weight_scale", init == Init.HE ? "he" : "xavier");
  }

  @ParameterizedTest
  @CsvSource({"optimizer, SGD, sgd", "optimizer, AdaGrad, adagrad", "activation, ReLU, relu"})
  void knowsWordsInAnyCaseAndKeepsTheirOwn(String axis, String written, String word) {
    RunConfig config = read("grid: {" + axis + ": " + written + "}");

    assertThat(config.settings().get("grid"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry(axis, word);
    assertThat(trials(config)).isEqualTo(trials(read("grid: {" + axis + ": " + word + "}")));
    String clause = axis + " == " + written;
    assertThat(read("grid: {" + axis + ": " + word + ", where: '" + clause + "'}").settings())
        .containsEntry("where", List.of(axis + " == " + word));
  }

  @Test
  void ordersTrialsAsAxesAreWrittenTheFirstSlowest() {
    RunConfig config = read("grid: {seed: [1, 0], weight_scale: [0.5, xavier]}");

    assertThat(config.grid().axes().subList(0, 2))
        .extracting(Axis::name)
        .containsExactly(Hyperparameter.SEED, Hyperparameter.WEIGHT_SCALE);
    assertThat(trials(config))
        .extracting(t -> t.seed() + " " + Hyperparameter.WEIGHT_SCALE.plain(t.weightScale()))
        .containsExactly("1 0.5", "1 xavier", "0 0.5", "0 xavier");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learning_rate: {linspace: [0.1, 0.5, 3]} | [0.1, 0.30000000000000004, 0.5]",
        "learning_rate: {logspace: [-2, 0, 3]}    | [0.01, 0.1, 1.0]",
        "dropout: {range: [0, 0.5, 0.1]}          | [0.0, 0.1, 0.2, 0.3, 0.4]",
        "seed: {range: [3, 6]}                    | [3, 4, 5]",
        "seed: {range: [0, 2e0, 1.0]}             | [0, 1]",
        "seed: 1e3                                | [1000]",
        "batch_size: [1e1, 20.0]                  | [10, 20]",
        "hidden: [1e1, 2.0]                       | [[10, 2]]",
        "learning_rate: {linspace: [1, 2, 2e0]}   | [1.0, 2.0]",
        "seed: {range: [6, 0, -2]}                | [6, 4, 2]",
        "batch_size: {logspace: [0, 3, 4]}        | [1, 10, 100, 1000]",
        "batch_size: {linspace: [10, 30, 3]}      | [10, 20, 30]",
        "hidden: [5, 6]                           | [[5, 6]]",
        "hidden: [[5, 6], [7]]                    | [[5, 6], [7]]",
        "activation: [relu, sigmoid]              | [RELU, SIGMOID]",
        "optimizer: [adam, sgd]                   | [ADAM, SGD]",
        "seed: [3, 1, 3, 2, 1]                    | [3, 1, 2]",
        "weight_decay: [0, -0.0, 0.0]             | [0.0]",
      })
  void readsValuesListsAndGenerators(String axis, String expected) {
    RunConfig config = read("grid: {" + axis + "}");

    Hyperparameter name = Hyperparameter.of(axis.substring(0, axis.indexOf(':'))).orElseThrow();
    assertThat(values(config, name)).hasToString(expected);
  }

  @Test
  void allowsBatchesLargerThanTheTrainingSet() {
    assertThat(read("data: {train_size: 10}\ngrid: {batch_size: 100}").grid().get(0).batchSize())
        .isEqualTo(100);
  }
}
