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
    "20000, 2, 0.001, 625, 32, 16", // no more than 200,000 points in eight tasks
    "20, 64, 0.1, 1, 20, 1", // fewer trials than slots
    "1, 1, 0.001, 1, 1, 1",
    "10000000, 1000, 1, 5, 2000000, 2000", // 200 tasks a second
    "20000, 1000, 0.7, 5, 4000, 4",
    "80000, 4000, 0.7, 5, 16000, 4",
    "20000, 100, 0.7, 2, 10000, 100",
    "10000000, 1000, 0.001, 62, 161291, 162", // nor fewer than 2,500 in one
    "10000000, 4, 1e-9, 312, 32052, 8013",
  })
  void tasksLastASecondWhileEverySlotHasFour(
      long trials, int slots, double seconds, long perTask, long tasks, long waves) {
    SweepPlan plan = SweepPlan.of(trials, slots, seconds, 40);

    assertThat(plan.trialsPerTask()).isEqualTo(perTask);
    assertThat(plan.tasks()).isEqualTo(tasks);
    assertThat(plan.waves()).isEqualTo(waves);
  }

  @Test
  void estimatesTheTime() {
    assertThat(SweepPlan.of(16, 2, 0.5, 40).seconds()).isEqualTo(4);
    assertThat(SweepPlan.of(1, 2, 0.5, 40).seconds()).isEqualTo(0.5);
    assertThat(SweepPlan.of(16, 2, 0.5, 40).withTrialsPerTask(100).seconds()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    // slots, seconds, per task, tasks of a job
    "2, 0.5, 2, 8", // four for each slot
    "64, 0.5, 2, 256",
    "2, 0.001, 1, 5000", // no more than 200,000 points
    "2, 0.01, 1, 800", // four seconds of both slots
    "2, 0.001, 1000, 8",
  })
  void submitsTasksThatLastAndResultsThatFit(int slots, double seconds, long perTask, int tasks) {
    SweepPlan plan = SweepPlan.of(100_000, slots, seconds, 40).withTrialsPerTask(perTask);

    assertThat(plan.tasksPerJob()).isEqualTo(tasks);
  }

  @Test
  void slotsDeserveHalfAMinuteOfWorkAndATrial() {
    assertThat(SweepPlan.deservedSlots(10_000, 0.6)).isEqualTo(200);
    assertThat(SweepPlan.deservedSlots(16, 0.7)).isEqualTo(1);
    assertThat(SweepPlan.deservedSlots(50, 3600)).isEqualTo(50);
    assertThat(SweepPlan.deservedSlots(10_000_000, 1e9)).isEqualTo(10_000_000);
  }

  @Test
  void takesAnotherNumberOfTrialsPerTask() {
    SweepPlan plan = SweepPlan.of(16, 2, 0.5, 40).withTrialsPerTask(3);

    assertThat(plan.tasks()).isEqualTo(6);
    assertThat(plan.waves()).isEqualTo(3);
  }

  @Test
  void refusesWhatIsNotAboveZero() {
    assertThatThrownBy(() -> SweepPlan.of(16, 0, 1, 40))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trials 16, slots 0, trials per task 1, seconds per trial 1.0, points per trial 40: all"
                + " must be above 0");
    assertThatThrownBy(() -> SweepPlan.of(16, 2, Double.NaN, 40))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trials 16, slots 2, trials per task 1, seconds per trial NaN, points per trial 40: all"
                + " must be above 0");
  }
}
