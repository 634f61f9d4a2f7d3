package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.Normalization;
import org.bnsweep.reference.References;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.settings.OptimizerKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trials with every normalization have the accuracies of {@code reference.py trial}, all of them
 * equal; those in the file NumPy itself repeats on three kernels of OpenBLAS (Haswell, Sandybridge,
 * Prescott).
 */
class NormalizationSettingsTest {
  private static final Pools POOLS = new Pools();

  static List<OracleTrial> trials() {
    return OracleTrial.read("normalizations.json");
  }

  @AfterAll
  static void close() {
    POOLS.close();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void trainsAsNumPyDoes(OracleTrial trial) {
    PairCurves curves = POOLS.train(trial);

    String word = Network.NORMALIZED.word(trial.hyperparameters().normalization());
    assertThat(accuracies(curves.normalized())).isEqualTo(expected(trial, word));
    assertThat(accuracies(curves.plain())).isEqualTo(expected(trial, "plain"));
  }

  private static double[] accuracies(NetworkCurve curve) {
    return curve.points().stream().mapToDouble(Point::trainAccuracy).toArray();
  }

  private static double[] expected(OracleTrial trial, String network) {
    return References.doubles(trial.curves().get(network));
  }

  @Test
  void comparesEveryNormalizationWithEveryOption() {
    assertThat(trials()).hasSizeGreaterThanOrEqualTo(48);
    assertThat(values(h -> List.of(h.normalization(), h.normPosition(), h.activation())))
        .hasSize(
            NormalizationKind.values().length
                * Normalization.Position.values().length
                * Activation.values().length);
    assertThat(values(h -> List.of(h.normalization(), h.optimizer())))
        .hasSize(NormalizationKind.values().length * OptimizerKind.values().length);
    assertThat(values(Hyperparameters::normEpsilon)).contains(1e-10, 1e-6, 1e-3, 0.1);
    assertThat(values(Hyperparameters::bnMomentum)).contains(0.0, 0.5, 0.9, 0.99);
    assertThat(values(Hyperparameters::dropout)).contains(0.0, 0.2, 0.5);
    assertThat(values(Hyperparameters::weightDecay)).contains(0.0, 0.0001, 0.01);
    assertThat(values(h -> h.weightScale().init())).hasSize(3);
    assertThat(values(Hyperparameters::hidden)).hasSizeGreaterThanOrEqualTo(5);
  }

  private static List<Object> values(Function<Hyperparameters, Object> option) {
    return trials().stream().map(OracleTrial::hyperparameters).map(option).distinct().toList();
  }
}
