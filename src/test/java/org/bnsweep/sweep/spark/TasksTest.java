package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class TasksTest {
  @Test
  void dealsOutInOrder() {
    Iterator<List<long[]>> jobs = new Tasks(8, i -> 10 * i, 3, 2).jobs();

    assertThat(jobs.next()).containsExactly(new long[] {0, 10, 20}, new long[] {30, 40, 50});
    assertThat(jobs.next()).containsExactly(new long[] {60, 70});
    assertThat(jobs).isExhausted();
    assertThatThrownBy(jobs::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void holdsNothingOfWhatIsToCome() {
    assertThat(new Tasks(Long.MAX_VALUE, i -> i, 2, 1).jobs().next())
        .containsExactly(new long[] {0, 1});
  }
}
