package org.bnsweep.config;

import static org.bnsweep.config.Refusals.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong axis of the grid gets one line: where, what, its value, and what would be right. */
class BadAxisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seed: -1              | seed is -1, must be a whole number in 0..4294967295",
        "seed: 4294967296      | seed is 4294967296, must be a whole number in 0..4294967295",
        "seed: 1.5             | seed is 1.5, must be a whole number in 0..4294967295",
        "seed: [0, x]          | seed[1] is x, must be a whole number in 0..4294967295",
        "seed: []              | seed is [], must be a value or a list of at least one value: a whole number in 0..4294967295",
        "activation: []        | activation is [], must be a value or a list of at least one value: relu or sigmoid",
        "learning_rate: .nan   | learning_rate is .nan, must be a finite number above 0",
        "learning_rate: NaN    | learning_rate is NaN, must be a finite number above 0",
        "learning_rate: .inf   | learning_rate is .inf, must be a finite number above 0",
        "learning_rate: 1e999  | learning_rate is 1e999, must be a finite number above 0",
        "learning_rate: 0      | learning_rate is 0, must be a finite number above 0",
        "learning_rate: -0.01  | learning_rate is -0.01, must be a finite number above 0",
        "learning_rate: 1e-400 | learning_rate is 1e-400, must be a finite number above 0",
        "dropout: 1            | dropout is 1, must be a number in [0, 1)",
        "dropout: -0.1         | dropout is -0.1, must be a number in [0, 1)",
        "weight_decay: -1      | weight_decay is -1, must be a finite number of 0 or more",
        "weight_scale: -1      | weight_scale is -1, must be a finite number of 0 or more, he or xavier",
        "weight_scale: lecun   | weight_scale is lecun, must be a finite number of 0 or more, he or xavier",
        "activation: tanh      | activation is tanh, must be relu or sigmoid",
        "optimizer: [sgd, rms] | optimizer[1] is rms, must be sgd, momentum, adagrad or adam",
        "batch_size: 0         | batch_size is 0, must be a whole number in 1..100000",
        "hidden: []            | hidden is [], must be a list of 1 to 100 widths",
        "hidden: [[10], []]    | hidden[1] is [], must be a list of 1 to 100 widths",
        "hidden: 10            | hidden is 10, must be a list of 1 to 100 widths",
        "hidden: [[10], 5]     | hidden[1] is 5, must be a list of 1 to 100 widths",
        "hidden: [10, 0]       | hidden[1] is 0, must be a whole number in 1..100000",
        "hidden: [10, x]       | hidden[1] is x, must be a whole number in 1..100000",
        "hidden: [100001]      | hidden[0] is 100001, must be a whole number in 1..100000",
        "hidden: [100000, 1000] | hidden is [100000, 1000], must be narrower or shallower: 178410000 weights, at most 100000000 in a network",
      })
  void refusesValuesThatAnAxisDoesNotAllow(String axis, String message) {
    refused("grid:\n  " + axis, "c.yaml:2: grid." + message);
  }

  @Test
  void refusesBatchesThatDoNotFitIntoMemoryWithTheWidestNetwork() {
    refused(
        "grid:\n  batch_size: [10, 100000]\n  hidden: [[10], [10000]]",
        "c.yaml:1: batch_size 100000 with the widest hidden makes 1079400000 activations, must be at"
            + " most 100000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed: {range: [0]}          | seed.range is [0], must be [a, b] or [a, b, step]",
        "seed: {range: [0, 1, 2, 3]} | seed.range is [0, 1, 2, 3], must be [a, b] or [a, b, step]",
        "seed: {range: 5}            | seed.range is 5, must be [a, b] or [a, b, step]",
        "seed: {range: [3, 3]}       | seed.range is [3, 3]: no values, the end is excluded",
        "seed: {range: [3, 5, -1]}   | seed.range is [3, 5, -1]: no values, the end is excluded",
        "seed: {range: [0, 5, 0]}    | seed.range is [0, 5, 0]: a step of 0 leads nowhere",
        "seed: {range: [0, 1e300]}   | seed.range is [0, 1e300]: more than 2147483647 values",
        "seed: {range: [0, 5, 0.5]}  | seed.range gives 4.5, each value must be a whole number in 0..4294967295",
        "seed: {range: [-1, 5]}      | seed.range gives -1, each value must be a whole number in 0..4294967295",
        "weight_scale: {logspace: [0, -4]}       | weight_scale.logspace is [0, -4], must be [a, b, n]",
        "weight_scale: {linspace: [0, 1, 2, 3]}  | weight_scale.linspace is [0, 1, 2, 3], must be [a, b, n]",
        "weight_scale: {logspace: [0, .nan, 16]} | weight_scale.logspace[1] is .nan, must be a finite number",
        "weight_scale: {linspace: [.inf, 0, 2]}  | weight_scale.linspace[0] is .inf, must be a finite number",
        "weight_scale: {logspace: [0, 400, 16]}  | weight_scale.logspace gives Infinity, each value must be a finite number of 0 or more, he or xavier",
        "weight_scale: {logspace: [0, -4, 0]}    | weight_scale.logspace[2] is 0, must be a whole number in 1..2147483647",
        "weight_scale: {logspace: [0, -4, 2.5]}  | weight_scale.logspace[2] is 2.5, must be a whole number in 1..2147483647",
        "weight_scale: {}            | weight_scale is {}, must be one generator: logspace: [a, b, n], linspace: [a, b, n] or range: [a, b]",
        "dropout: {linspace: [0, 1, 3]}          | dropout.linspace gives 1.0, each value must be a number in [0, 1)",
        "learning_rate: {range: [0, 1, 0.5]}     | learning_rate.range gives 0.0, each value must be a finite number above 0",
        "batch_size: {linspace: [1, 2, 3]}       | batch_size.linspace gives 1.5, each value must be a whole number in 1..100000",
        "batch_size: {logspace: [0, 9, 2]}       | batch_size.logspace gives 1.0E9, each value must be a whole number in 1..100000",
        "activation: {range: [0, 2]}             | activation is {range: [0, 2]}, must be relu or sigmoid",
      })
  void refusesGeneratorsThatMakeNoSense(String axis, String message) {
    refused("grid:\n  " + axis, "c.yaml:2: grid." + message);
  }
}
