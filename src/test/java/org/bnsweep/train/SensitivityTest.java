package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.bnsweep.data.Dataset;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  private static final int EPOCHS = 4;
  private static final Dataset DATA = Data.train(100);

  /** Dropout, so that a nudge that drew from the trial's stream would change every mask. */
  private static final Hyperparameters CALM = settings(WeightScale.named("he"), 50, 0.3);

  private static Hyperparameters settings(WeightScale scale, int batch, double dropout) {
    return Hyperparameters.builder()
        .weightScale(scale)
        .batchSize(batch)
        .hidden(List.of(20, 10))
        .dropout(dropout)
        .seed(3)
        .build();
  }

  private static PairTrainer trainer() {
    return new PairTrainer(new TrainingData(DATA));
  }

  @Test
  void aCalmTrialStays() {
    try (PairTrainer trainer = trainer()) {
      Sensitivity trial = Sensitivity.of(trainer, CALM, trainer.train(CALM, EPOCHS));

      assertThat(trial.firstMoved()).isEmpty();
      for (Network network : Network.values()) {
        assertThat(trial.of(network).losses()).hasSize(EPOCHS);
        assertThat(trial.of(network).loss(EPOCHS)).isLessThan(1e-11);
      }
    }
  }

  @Test
  void theDriftOfATrialWithBatchesOfTwoGrows() {
    // Normalized over two samples an activation is a sign, and rounding decides the sign of a tie.
    Hyperparameters chaotic = settings(WeightScale.of(0.01), 2, 0);
    try (PairTrainer trainer = trainer()) {
      Drift bn =
          Sensitivity.of(trainer, chaotic, trainer.train(chaotic, EPOCHS)).of(Network.NORMALIZED);

      assertThat(bn.loss(0)).isLessThan(1e-9);
      assertThat(bn.loss(EPOCHS - 1)).isGreaterThan(1e-6);
      assertThat(bn.losses()).isSorted();
    }
  }

  @Test
  void aNudgeChangesNoWeightByMoreThanTheLastBit() {
    try (PairTrainer trainer = trainer()) {
      PairCurves trained = trainer.train(CALM, EPOCHS);
      PairCurves nudged = trainer.train(CALM, EPOCHS, WeightNudge.lastBit(1));

      assertThat(nudged).isNotEqualTo(trained);
      for (Network network : Network.values()) {
        Point first = trained.of(network).points().get(0);
        Point other = nudged.of(network).points().get(0);
        assertThat(LossDifference.of(first, other)).isLessThan(1e-13);
      }
    }
  }

  @Test
  void aNudgeLeavesTheTrainingAfterItAsItWas() {
    try (PairTrainer trainer = trainer()) {
      PairCurves trained = trainer.train(CALM, EPOCHS);

      PairCurves nudged = trainer.train(CALM, EPOCHS, WeightNudge.lastBit(7));

      assertThat(trainer.train(CALM, EPOCHS, WeightNudge.lastBit(7))).isEqualTo(nudged);
      assertThat(trainer.train(CALM, EPOCHS)).isEqualTo(trained);
    }
  }

  @Test
  void weightsOfZeroStayZero() {
    Hyperparameters zero = settings(WeightScale.of(0), 50, 0);
    try (PairTrainer trainer = trainer()) {
      PairCurves trained = trainer.train(zero, 2);

      assertThat(trainer.train(zero, 2, WeightNudge.lastBit(1))).isEqualTo(trained);
    }
  }

  @Test
  void lossesDifferRelatively() {
    assertThat(LossDifference.of(2.0, 2.0)).isZero();
    assertThat(LossDifference.of(2.0, 1.5)).isEqualTo(0.25);
    assertThat(LossDifference.of(1.5, 2.0)).isEqualTo(0.25);
    assertThat(LossDifference.of(-2.0, 2.0)).isEqualTo(2);
    assertThat(LossDifference.of(0.0, -0.0)).isZero();
    assertThat(LossDifference.of(Double.NaN, Double.NaN)).isZero();
    assertThat(LossDifference.of(Double.NaN, 1)).isInfinite();
    assertThat(LossDifference.of(1, Double.NaN)).isInfinite();
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(LossDifference.of(infinity, infinity)).isZero();
    assertThat(LossDifference.of(infinity, 1)).isInfinite();
    assertThat(LossDifference.of(infinity, -infinity)).isInfinite();
  }

  @Test
  void aLossNearZeroIsAllowedTheRoundingOfAProbability() {
    assertThat(LossDifference.of(1e-7, 1e-7 + 1e-15)).isLessThan(1e-9);
    assertThat(LossDifference.of(-1e-7, 0)).isGreaterThan(1e-3);
    assertThat(LossDifference.of(1e-5, 1e-5 * (1 + 1e-8))).isGreaterThan(9e-9);
  }

  @Test
  void theFirstToMoveIsThatOfEitherNetwork() {
    Drift stays = new Drift(List.of(0.0), OptionalInt.empty());
    Drift late = new Drift(List.of(0.0), OptionalInt.of(5));
    Drift early = new Drift(List.of(0.0), OptionalInt.of(2));

    assertThat(new Sensitivity(new ByNetwork<>(stays, stays)).firstMoved()).isEmpty();
    assertThat(new Sensitivity(new ByNetwork<>(stays, late)).firstMoved()).hasValue(5);
    assertThat(new Sensitivity(new ByNetwork<>(late, early)).firstMoved()).hasValue(2);
  }
}
