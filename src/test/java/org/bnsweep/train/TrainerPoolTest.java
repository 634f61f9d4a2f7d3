package org.bnsweep.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.settings.Hyperparameters;
import org.junit.jupiter.api.Test;

class TrainerPoolTest {
  private final List<PairTrainer> made = new ArrayList<>();

  private PairTrainer make(TrainingData data) {
    PairTrainer trainer = new PairTrainer(data);
    made.add(trainer);
    return trainer;
  }

  private static Hyperparameters settings(int batch) {
    return settings(batch, 5);
  }

  private static Hyperparameters settings(int batch, int width) {
    return Hyperparameters.builder()
        .weightScale(WeightScale.named("he"))
        .batchSize(batch)
        .hidden(List.of(width))
        .build();
  }

  @Test
  void givesTheMemoryOfAFailedTrialBackAtOnce() {
    try (TrainerPool pool = new TrainerPool(Data.of(50, 0), this::make)) {
      PairCurves sound = pool.train(settings(10), 2);
      assertThat(made).hasSize(1).allMatch(PairTrainer::holdsMemory);

      // No array is that long, which shows when the networks are there.
      assertThatThrownBy(() -> pool.train(settings(100_000, 25_000), 2))
          .isInstanceOf(OutOfMemoryError.class);

      assertThat(made).hasSize(1).noneMatch(PairTrainer::holdsMemory);
      assertThat(pool.train(settings(10), 2)).isEqualTo(sound);
      assertThat(made).as("a trainer that failed is not used again").hasSize(2);
    }
  }
}
