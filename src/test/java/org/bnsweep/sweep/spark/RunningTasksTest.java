package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningTasksTest {
  @Test
  void agreesInNumber() {
    assertThat(RunningTasks.words(0)).isEqualTo("no task is running");
    assertThat(RunningTasks.words(1)).isEqualTo("1 task is running");
    assertThat(RunningTasks.words(2)).isEqualTo("2 tasks are running");
  }
}
