package org.bnsweep.config;

import static org.bnsweep.config.Refusals.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong choice of trials gets one line: where, what, its value, and what would be right. */
class BadSelectionTest {
  @Test
  void refusesMoreThanTenMillionTrialsAndSaysHowMany() {
    refused(
        "grid:\n  seed: {range: [0, 20000000]}",
        "c.yaml:1: the grid has 20000000 trials, at most 10000000 can be trained; shorten an axis"
            + " or add sample: {count: 1000, seed: 0}");
  }

  @Test
  void refusesALongAxisWithAClause() {
    refused(
        "grid:\n  seed: {range: [0, 20000000]}\nwhere: seed != 3\nsample: {count: 5}",
        "c.yaml:1: seed has 20000000 values, at most 10000000 with a where on them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seeds > 1         | where[0]: unknown axis seeds, did you mean seed?",
        "colour == 3       | where[0]: unknown axis colour, must be one of {axes}",
        "seed ~ 1          | where[0] is seed ~ 1, must be 'axis operator value' with one of ==, !=, <, <=, >, >=, in",
        "seed              | where[0] is seed, must be 'axis operator value' with one of ==, !=, <, <=, >, >=, in",
        "[seed > 5]        | where[0] is [seed > 5], must be 'axis operator value' with one of ==, !=, <, <=, >, >=, in",
        "seed in 3         | where[0] is 3, must be a list of at least one value after 'in'",
        "seed in []        | where[0] is [], must be a list of at least one value after 'in'",
        "seed == [1]       | where[0] is [1], must be a finite number",
        "seed > x          | where[0] is x, must be a finite number",
        "seed > .nan       | where[0] is .nan, must be a finite number",
        "activation < relu | where[0]: activation has no order, use ==, != or in",
        "activation == tan | where[0] is tan, must be relu or sigmoid",
        "seed > 5          | where leaves no value of seed: none meets [seed > 5]",
      })
  void refusesClausesThatMakeNoSense(String clause, String message) {
    // An empty result has no single clause to blame: its line is that of where.
    int line = message.startsWith("where leaves") ? 1 : 2;
    refused(
        "where:\n  - " + clause, "c.yaml:" + line + ": " + message.replace("{axes}", Configs.AXES));
  }

  @Test
  void refusesWhereAsAMap() {
    refused(
        "where: {seed: 1}",
        "c.yaml:1: where is {seed: 1}, must be a list of clauses 'axis operator value' with one of"
            + " ==, !=, <, <=, >, >=, in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "points: []  | points is [], must be a list of points, such as [{weight_scale: 0.1, seed: 0}]",
        "points: 3   | points is 3, must be a list of points, such as [{weight_scale: 0.1, seed: 0}]",
        "points: [3] | points[0] is 3, must be a map of axes, such as {weight_scale: 0.1, seed: 0}",
        "points: [{seed: [3]}]     | points[0].seed is [3], must be a whole number in 0..4294967295",
        "points: [{dropout: 1}]    | points[0].dropout is 1, must be a number in [0, 1)",
        "points: [{hidden: [[3]]}] | points[0].hidden[0] is [3], must be a whole number in 1..100000",
      })
  void refusesPointsThatMakeNoSense(String yaml, String message) {
    refused(yaml, "c.yaml:1: " + message);
  }

  @Test
  void refusesPointsBesideAnAxisOfSeveralValues() {
    refused(
        "points: [{seed: 3}]\ngrid:\n  dropout: [0, 0.5]",
        "c.yaml:3: grid.dropout is [0, 0.5], must be one value where there are points, which replace"
            + " the product");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5                            | sample is 5, must be a map, such as {count: 1000, seed: 0}",
        "{seed: 5}                    | sample is {seed: 5}, must be with a count, such as {count: 1000, seed: 0}",
        "{count: 0, seed: 0}          | sample.count is 0, must be a whole number in 1..10000000",
        "{count: 10000001, seed: 0}   | sample.count is 10000001, must be a whole number in 1..10000000",
        "{count: 1, seed: 4294967296} | sample.seed is 4294967296, must be a whole number in 0..4294967295",
      })
  void refusesSamplesThatMakeNoSense(String sample, String message) {
    refused("sample: " + sample, "c.yaml:1: " + message);
  }
}
