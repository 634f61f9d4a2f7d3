package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Failed;
import org.junit.jupiter.api.Test;

/** Trials that throw. */
class FailingTrialsTest extends WithLocalSpark {
  @Test
  void recordsATrialThatAlwaysThrowsAndFinishesTheRest() throws InterruptedException {
    List<TrialResult> results =
        train(
            8,
            4,
            (dataset, epochs, h) -> {
              if (h.seed() == 5) {
                throw new IllegalStateException("no luck\nat all");
              }
              return seedAsLoss(dataset, epochs, h);
            });

    assertThat(results).extracting(r -> seed(r)).containsExactlyInAnyOrderElementsOf(upTo(8));
    assertThat(results)
        .filteredOn(r -> r.outcome() instanceof Failed)
        .singleElement()
        .satisfies(r -> assertThat(seed(r)).isEqualTo(5))
        .extracting(TrialResult::outcome)
        .isEqualTo(new Failed("IllegalStateException: no luck at all"));
  }

  @Test
  void triesATrialThatThrewOnceMore() throws InterruptedException {
    List<TrialResult> results =
        train(
            4,
            2,
            (dataset, epochs, h) -> {
              int run = count(h.seed());
              if (h.seed() == 1 && run == 1) {
                throw new IllegalStateException("first time");
              }
              return Fakes.curves(run);
            });

    assertThat(results).extracting(r -> seed(r)).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
    assertThat(results).allSatisfy(r -> assertThat(loss(r)).isEqualTo(seed(r) == 1 ? 2.0 : 1.0));
  }

  @Test
  void anErrorIsAResultToo() throws InterruptedException {
    List<TrialResult> results =
        train(
            1,
            1,
            (dataset, epochs, h) -> {
              throw new OutOfMemoryError("Physical memory usage is too high");
            });

    assertThat(results)
        .extracting(TrialResult::outcome)
        .containsExactly(new Failed("OutOfMemoryError: Physical memory usage is too high"));
  }
}
