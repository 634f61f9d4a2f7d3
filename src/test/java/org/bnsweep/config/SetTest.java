package org.bnsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.config.Configs.read;
import static org.bnsweep.config.Configs.trials;
import static org.bnsweep.config.Configs.values;

import java.util.List;
import org.bnsweep.data.DataSettings;
import org.bnsweep.sweep.AxisName;
import org.bnsweep.train.ActivationRecording;
import org.junit.jupiter.api.Test;

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
    assertThat(values(config, AxisName.SEED)).hasToString("[0, 1]");
    assertThat(values(config, AxisName.WEIGHT_SCALE)).hasSize(16);
    assertThat(values(config, AxisName.HIDDEN)).hasToString("[[5, 5]]");
    assertThat(config.grid().size()).isEqualTo(30);
    assertThat(config.recordActivations()).isEqualTo(ActivationRecording.ON);
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
                assertThat(trials(ConfigReader.single(AxisName.settings(trial))))
                    .containsExactly(trial));
    assertThat(AxisName.settings(config.grid().get(1)))
        .containsExactly(
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
}
