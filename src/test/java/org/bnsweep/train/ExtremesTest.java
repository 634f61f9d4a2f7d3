package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bnsweep.settings.NormalizationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Settings at and beyond the edge of float64 train or diverge as in NumPy: accuracies and the epoch
 * of divergence equal, losses to a relative {@value #LOSS}.
 *
 * <p>Where NumPy does not repeat itself from one kernel of OpenBLAS to the next, the numbers only
 * have to be in range.
 */
@Timeout(60)
class ExtremesTest {
  private static final double LOSS = 1e-9;

  private static final Pools POOLS = new Pools();

  static List<OracleTrial> trials() {
    return OracleTrial.read("extremes.json");
  }

  static List<OracleTrial> stable() {
    return trials().stream().filter(OracleTrial::stable).toList();
  }

  static List<OracleTrial> unstable() {
    return trials().stream().filter(trial -> !trial.stable()).toList();
  }

  @AfterAll
  static void close() {
    POOLS.close();
  }

  @ParameterizedTest
  @MethodSource("stable")
  void trainsOrDivergesAsNumPyDoes(OracleTrial trial) {
    PairCurves curves = POOLS.train(trial);

    assertThat(trial.differences(curves, LOSS)).isEmpty();
    assertInRange(trial, curves);
  }

  @ParameterizedTest
  @MethodSource("unstable")
  void staysInRangeWhereNumPyDisagreesWithItself(OracleTrial trial) {
    assertInRange(trial, POOLS.train(trial));
  }

  @Test
  void comparesMostOfThemWithSomeThatDivergeAndSomeThatDoNot() {
    assertThat(stable()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(stable().stream().map(t -> t.curves().get("plain").get("diverged_epoch").asInt()))
        .contains(NetworkCurve.NEVER, 0, 1);
    assertThat(stable().stream().map(t -> t.hyperparameters().normalization()))
        .contains(NormalizationKind.values());
  }

  private static void assertInRange(OracleTrial trial, PairCurves curves) {
    for (Network network : Network.values()) {
      NetworkCurve curve = curves.of(network);
      assertThat(curve.points()).hasSize(trial.epochs());
      assertThat(curve.points())
          .allSatisfy(
              point -> {
                assertThat(point.trainAccuracy()).isBetween(0.0, 1.0);
                assertThat(point.testAccuracy()).isBetween(0.0, 1.0);
              });
      assertThat(curve.divergedEpoch()).isBetween(NetworkCurve.NEVER, trial.epochs() - 1);
    }
  }
}
