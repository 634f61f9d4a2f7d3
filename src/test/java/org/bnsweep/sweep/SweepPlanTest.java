package org.bnsweep.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepPlanTest {

  @ParameterizedTest
  @CsvSource({
    // trials, slots, seconds, per task, tasks, waves
    "16, 2, 0.5, 2, 8, 4", // a second's worth, four for each slot
    "16, 2, 5, 1, 16, 8", // each long enough
    "16, 2, 0.001, 2, 8, 4", // short ones still give every slot four
    "20000, 2, 0.001, 1000, 20, 10",
    "20, 64, 0.1, 1, 20, 1", // fewer trials than slots
    "1, 1, 0.001, 1, 1, 1",
    "10000000, 1000, 1, 100, 100000, 100", // never more tasks than a driver can keep
    "10000000, 4, 1e-9, 625000, 16, 4",
  })
  void tasksLastASecondWhileEverySlotHasFour(
      long trials, int slots, double seconds, long perTask, long tasks, long waves) {
    SweepPlan plan = SweepPlan.of(trials, slots, seconds);

    assertThat(plan.trialsPerTask()).isEqualTo(perTask);
    assertThat(plan.tasks()).isEqualTo(tasks);
    assertThat(plan.waves()).isEqualTo(waves);
  }

  @Test
  void estimatesTheTime() {
    assertThat(SweepPlan.of(16, 2, 0.5).seconds()).isEqualTo(4);
    assertThat(SweepPlan.of(1, 2, 0.5).seconds()).isEqualTo(0.5);
    assertThat(SweepPlan.of(16, 2, 0.5).withTrialsPerTask(100).seconds()).isEqualTo(8);
  }

  @Test
  void takesAnotherNumberOfTrialsPerTask() {
    SweepPlan plan = SweepPlan.of(16, 2, 0.5).withTrialsPerTask(3);

    assertThat(plan.tasks()).isEqualTo(6);
    assertThat(plan.waves()).isEqualTo(3);
  }

  @Test
  void refusesWhatIsNotAboveZero() {
    assertThatThrownBy(() -> SweepPlan.of(16, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trials 16, slots 0, trials per task 1, seconds per trial 1.0: all must be above 0");
    assertThatThrownBy(() -> SweepPlan.of(16, 2, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trials 16, slots 2, trials per task 1, seconds per trial NaN: all must be above 0");
  }
}
