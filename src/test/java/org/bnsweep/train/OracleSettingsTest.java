package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trials across all options train as in NumPy: accuracies on training and test samples and the
 * epoch of divergence equal, losses to a relative {@value #LOSS}.
 *
 * <p>The file has only trials whose accuracies NumPy itself repeats on five kernels of OpenBLAS
 * (Prescott to SkylakeX): where two logits are as good as equal, a last bit decides.
 */
class OracleSettingsTest {
  private static final double LOSS = 1e-9;

  private static final Pools POOLS = new Pools();

  static List<OracleTrial> trials() {
    return OracleTrial.read("trials.json");
  }

  @AfterAll
  static void close() {
    POOLS.close();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void trainsAsNumPyDoes(OracleTrial trial) {
    assertThat(trial.differences(POOLS.train(trial), LOSS)).isEmpty();
  }

  @Test
  void comparesEveryValueOfEveryOption() {
    assertThat(trials()).hasSizeGreaterThanOrEqualTo(30).allMatch(OracleTrial::stable);
    assertThat(values(h -> Hyperparameter.ACTIVATION.text(h.activation())))
        .contains("relu", "sigmoid");
    assertThat(values(h -> Hyperparameter.OPTIMIZER.text(h.optimizer())))
        .contains("sgd", "momentum", "adagrad", "adam");
    assertThat(values(Hyperparameters::dropout)).contains(0.0, 0.2, 0.5);
    assertThat(values(Hyperparameters::weightDecay)).contains(0.0, 0.0001, 0.01, 0.1);
    assertThat(values(h -> h.weightScale().init().word())).contains("normal", "he", "xavier");
    assertThat(values(Hyperparameters::hidden)).hasSizeGreaterThanOrEqualTo(6);
    assertThat(values(Hyperparameters::batchSize)).contains(1, 7, 32, 100);
    assertThat(trials().stream().map(OracleTrial::trainSize).distinct())
        .contains(30, 50, 100, 300, 1000);
  }

  private static List<Object> values(Function<Hyperparameters, Object> option) {
    return trials().stream().map(OracleTrial::hyperparameters).map(option).distinct().toList();
  }
}
