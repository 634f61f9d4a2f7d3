package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.config.Refusals.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an unknown word is answered: the known one that it stands for, and none that is far off. */
class SuggestionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "learning_rate | lr eta step_size LearningRate learning-rate LEARNING_RATE lerning_rate"
            + " learn learnig_rate",
        "batch_size    | bs minibatch batch batchsize batch_sizes BatchSize bacth_size",
        "hidden        | layers hidden_layers hidden_sizes units architecture hiden Hidden",
        "optimizer     | optim optimiser solver Optimizer optimzer",
        "activation    | act nonlinearity activation_function activations",
        "weight_decay  | wd l2 lambda decay weight_decy",
        "weight_scale  | std sigma init weight_init init_scale weight_scal",
        "epochs        | epoch n_epochs num_epochs iterations Epochs epcohs",
        "seed          | random_seed rng random_state seeds sede",
        "dropout       | drop dropout_rate p_drop droput",
        "source        | dataset data_dir path sorce",
        "train_size    | n_train train_samples train trainsize",
        "test_size     | n_test test",
        "where         | filter wheer",
        "grid          | parameters search_space",
        "sample.count  | cuont",
        "record_activations | ra log_activations",
        "record_gradients | grad_norms",
        "record_landscape | loss_landscape",
        "normalization | norm",
        "norm_epsilon | eps",
        "weight_scale or weight_decay | weight",
      })
  void namesTheKeyThatAWordStandsFor(String key, String words) {
    assertThat(words.split(" "))
        .allSatisfy(
            word ->
                assertThatThrownBy(() -> ConfigReader.single(List.of(word + "=1")))
                    .hasMessage(
                        "--set "
                            + word
                            + "=1: unknown key "
                            + word
                            + ", did you mean "
                            + key
                            + "?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method",
        "colour",
        "learning_rate_decay",
        "batch_norm",
        "data_augmentation",
        "momentum",
        "beta1",
        "namespace",
        "a",
        "ab",
        "x1",
        "model",
        "gamma",
        "\u793a",
      })
  void listsWhatThereIsWhereNothingIsNear(String word) {
    assertThatThrownBy(() -> ConfigReader.readText(word + ": 1", "c.yaml", List.of()))
        .hasMessageEndingWith(
            ", must be one of name, data, epochs, grid, points, where, sample,"
                + " record_activations, record_gradients, record_landscape");
    assertThatThrownBy(() -> ConfigReader.single(List.of(word + "=1")))
        .hasMessageEndingWith(
            ", must be one of name, data, epochs, grid, points, where, sample,"
                + " record_activations, record_gradients, record_landscape,"
                + " source, train_size, test_size, test_source, test_share, select, classes,"
                + " label_column, label_offset, prefix, transpose, scale, "
                + Configs.AXES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lr: 1                    | lr, did you mean grid.learning_rate?",
        "batch: 1                 | batch, did you mean grid.batch_size?",
        "n_train: 1               | n_train, did you mean data.train_size?",
        "seed: 1                  | seed, did you mean grid.seed?",
        "count: 1                 | count, did you mean sample.count?",
        "grid: {lr: 1}            | grid.lr, did you mean learning_rate?",
        "grid: {train_size: 1}    | grid.train_size, did you mean data.train_size?",
        "grid: {epochs: 1}        | grid.epochs, did you mean epochs at the top?",
        "grid: {wher: 1}          | grid.wher, did you mean where?",
        "data: {lr: 1}            | data.lr, did you mean grid.learning_rate?",
        "data: {path: 1}          | data.path, did you mean source?",
        "data: {label: 1}         | data.label, did you mean label_column or label_offset?",
        "data: {test_split: 0.2}  | data.test_split, did you mean test_share?",
        "data: {n_classes: 3}     | data.n_classes, did you mean classes?",
        "data: {size: 1}          | data.size, must be one of source, train_size, test_size,"
            + " test_source, test_share, select, seed, classes, label_column, label_offset, prefix,"
            + " transpose, scale",
        "sample: {n_trials: 5}    | sample.n_trials, did you mean count?",
        "points: [{bs: 1}]        | points[0].bs, did you mean batch_size?",
        "points: [{epochs: 1}]    | points[0].epochs, did you mean epochs at the top?",
        "grid: {seed: {arange: [0, 2]}}  | grid.seed.arange, did you mean range?",
        "grid: {seed: {uniform: [0, 2]}} | grid.seed.uniform, must be one of logspace, linspace,"
            + " range",
        "grid: {dropout: {seed: 2}}      | grid.dropout.seed, did you mean grid.seed?",
      })
  void namesThePathWhereAKeyBelongsElsewhere(String yaml, String message) {
    refused(yaml, "c.yaml:1: unknown key " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grid.lr         | grid.learning_rate",
        "grid.train_size | data.train_size",
        "grid.epoch      | epochs",
        "gird.seed       | seed",
        "parameters.lr   | learning_rate",
        "sample.counts   | sample.count",
        "seed.x          | seed",
      })
  void namesThePathForASetting(String path, String meant) {
    assertThatThrownBy(() -> ConfigReader.single(List.of(path + "=1")))
        .hasMessage("--set " + path + "=1: unknown key " + path + ", did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "optimizer: sdg          | optimizer is sdg, must be sgd, momentum, adagrad or adam; did"
            + " you mean sgd?",
        "optimizer: AdaGard      | optimizer is AdaGard, must be sgd, momentum, adagrad or adam;"
            + " did you mean adagrad?",
        "optimizer: ada          | optimizer is ada, must be sgd, momentum, adagrad or adam; did"
            + " you mean adagrad or adam?",
        "optimizer: adamw        | optimizer is adamw, must be sgd, momentum, adagrad or adam",
        "optimizer: rmsprop      | optimizer is rmsprop, must be sgd, momentum, adagrad or adam",
        "activation: logistic    | activation is logistic, must be relu or sigmoid; did you mean"
            + " sigmoid?",
        "activation: [relu, sig] | activation[1] is sig, must be relu or sigmoid; did you mean"
            + " sigmoid?",
        "activation: gelu        | activation is gelu, must be relu or sigmoid",
        "weight_scale: glorot    | weight_scale is glorot, must be a finite number of 0 or more, he"
            + " or xavier; did you mean xavier?",
        "weight_scale: kaiming   | weight_scale is kaiming, must be a finite number of 0 or more,"
            + " he or xavier; did you mean he?",
      })
  void namesTheWordThatAValueStandsFor(String axis, String message) {
    refused("grid: {" + axis + "}", "c.yaml:1: grid." + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lr > 1            | unknown axis lr, did you mean learning_rate?",
        "epochs > 1        | unknown axis epochs, must be one of {axes}",
        "optimizer == adma | where[0] is adma, must be sgd, momentum, adagrad or adam; did you mean"
            + " adam?",
      })
  void namesWhatAClauseMeans(String clause, String message) {
    refused(
        "where: ['" + clause + "']",
        "c.yaml:1: "
            + (message.startsWith("where") ? "" : "where[0]: ")
            + message.replace("{axes}", Configs.AXES));
  }

  @Test
  void tellsThatAListOfValuesNeedsNoName() {
    refused(
        "grid:\n  learning_rate:\n    values: [0.1, 0.01]",
        "c.yaml:3: unknown key grid.learning_rate.values, values are written without it: [0.1,"
            + " 0.01]");
    refused(
        "grid:\n  learning_rate: {grid_search: [0.1]}",
        "c.yaml:2: unknown key grid.learning_rate.grid_search, values are written without it:"
            + " [0.1]");
  }

  @Test
  void doesNotTakeLongOverALongWord() {
    assertThat(NearWords.of("epochs".repeat(100_000), Keys.TOP).words()).isEmpty();
  }
}
