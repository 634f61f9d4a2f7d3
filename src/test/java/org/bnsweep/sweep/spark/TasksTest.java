package org.bnsweep.sweep.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.bnsweep.sweep.spark.Tasks.JobSize;
import org.junit.jupiter.api.Test;

class TasksTest {
  @Test
  void dealsOutInOrder() {
    Iterator<List<long[]>> jobs = new Tasks(8, i -> 10 * i, left -> new JobSize(3, 2)).jobs();

    assertThat(jobs.next()).containsExactly(new long[] {0, 10, 20}, new long[] {30, 40, 50});
    assertThat(jobs.next()).containsExactly(new long[] {60, 70});
    assertThat(jobs).isExhausted();
    assertThatThrownBy(jobs::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void asksForTheSizeOfEachJobWithWhatIsLeft() {
    Iterator<List<long[]>> jobs =
        new Tasks(7, i -> i, left -> new JobSize(left > 4 ? 2 : 1, 2)).jobs();

    assertThat(jobs.next()).containsExactly(new long[] {0, 1}, new long[] {2, 3});
    assertThat(jobs.next()).containsExactly(new long[] {4}, new long[] {5});
    assertThat(jobs.next()).containsExactly(new long[] {6});
  }

  @Test
  void holdsNothingOfWhatIsToCome() {
    assertThat(new Tasks(Long.MAX_VALUE, i -> i, left -> new JobSize(2, 1)).jobs().next())
        .containsExactly(new long[] {0, 1});
  }
}
