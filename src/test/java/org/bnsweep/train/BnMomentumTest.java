package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.junit.jupiter.api.Test;

/**
 * The weight of the old value in the running averages, against NumPy: {@code reference.py trial
 * --epochs 6 --train 200 --hidden 20,20 --batch 50 --scale 0.3 --lr 0.1 --bn-momentum M}.
 */
class BnMomentumTest {
  private static final int EPOCHS = 6;

  private static PairCurves train(double momentum) {
    Hyperparameters settings =
        Hyperparameters.builder()
            .weightScale(WeightScale.of(0.3))
            .learningRate(0.1)
            .batchSize(50)
            .hidden(List.of(20, 20))
            .bnMomentum(momentum)
            .build();
    try (PairTrainer trainer = new PairTrainer(new TrainingData(Data.train(200)))) {
      return trainer.train(settings, EPOCHS);
    }
  }

  private static List<Double> accuracies(NetworkCurve curve) {
    return curve.points().stream().map(Point::trainAccuracy).toList();
  }

  @Test
  void givesTheAccuraciesOfNumPy() {
    assertThat(accuracies(train(0).normalized()))
        .containsExactly(0.155, 0.215, 0.265, 0.335, 0.455, 0.51);
    assertThat(accuracies(train(0.5).normalized()))
        .containsExactly(0.14, 0.2, 0.28, 0.335, 0.5, 0.525);
    assertThat(accuracies(train(0.99).normalized()))
        .containsExactly(0.1, 0.12, 0.14, 0.175, 0.185, 0.225);
  }

  @Test
  void changesNothingWithoutBatchNormalization() {
    assertThat(train(0.5).plain()).isEqualTo(train(0.9).plain());
    assertThat(accuracies(train(0.5).plain()))
        .containsExactly(0.165, 0.195, 0.24, 0.315, 0.355, 0.42);
  }
}
