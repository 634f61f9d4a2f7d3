package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.config.Configs.read;
import static org.bnsweep.config.Configs.trials;
import static org.bnsweep.config.Configs.values;

import org.bnsweep.settings.Hyperparameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clauses, points and samples. */
class SelectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed == 2                    | 2",
        "seed != 2                    | 0 1 3 4",
        "seed < 2                     | 0 1",
        "seed <= 2                    | 0 1 2",
        "seed > 2                     | 3 4",
        "seed >= 2                    | 2 3 4",
        "seed in [4, 0, 9]            | 0 4",
        "seed<1.5                     | 0 1",
        "learning_rate == 0.01        | 0 1 2 3 4",
        "hidden == [100, 100, 100, 100, 100] | 0 1 2 3 4",
        "activation in [relu]         | 0 1 2 3 4",
        "weight_scale != he           | 0 1 2 3 4",
        "weight_scale > -1            | 0 1 2 3 4",
        "weight_scale in [he, 0.05]   | 0 1 2 3 4",
      })
  void keepsTrialsThatMeetAClause(String clause, String seeds) {
    RunConfig config = read("grid: {seed: {range: [0, 5]}}\nwhere:\n  - " + clause);

    assertThat(trials(config)).extracting(t -> "" + t.seed()).containsExactly(seeds.split(" "));
  }

  @Test
  void keepsTrialsThatMeetAllClauses() {
    RunConfig config =
        read(
            """
            grid:
              weight_scale: [0.01, 0.1, he]
              seed: {range: [0, 5]}
            where:
              - weight_scale < 0.1
              - seed >= 3
            """);

    assertThat(trials(config))
        .extracting(t -> Hyperparameter.WEIGHT_SCALE.plain(t.weightScale()) + " " + t.seed())
        .containsExactly("0.01 3", "0.01 4");
  }

  @Test
  void takesPointsInsteadOfAProductAndTheirOtherSettingsFromTheGrid() {
    RunConfig config =
        read(
            """
            grid: {learning_rate: 0.5}
            points:
              - {weight_scale: he, seed: 1}
              - {hidden: [7], learning_rate: 0.1}
              - {weight_scale: relu, seed: 1}
            """);

    assertThat(trials(config))
        .extracting(
            t ->
                Hyperparameter.WEIGHT_SCALE.plain(t.weightScale())
                    + " "
                    + t.learningRate()
                    + " "
                    + t.hidden())
        .containsExactly("he 0.5 [100, 100, 100, 100, 100]", "0.05 0.1 [7]");
    assertThat(values(config, Hyperparameter.SEED)).hasToString("[1, 0]");
  }

  @Test
  void narrowsAndSamplesPointsToo() {
    RunConfig config =
        read(
            """
            points: [{seed: 1}, {seed: 2}, {seed: 3}]
            where: seed > 1
            sample: {count: 1, seed: 0}
            """);

    assertThat(trials(config))
        .singleElement()
        .satisfies(t -> assertThat(t.seed()).isBetween(2L, 3L));
  }

  @Test
  void readsSelectionInsideTheGridToo() {
    assertThat(
            read("grid: {seed: {range: [0, 9]}, where: [seed < 4], sample: {count: 2, seed: 0}}"))
        .satisfies(config -> assertThat(config.grid().size()).isEqualTo(2))
        .satisfies(
            config ->
                assertThat(trials(config)).allSatisfy(t -> assertThat(t.seed()).isLessThan(4)));
  }
}
