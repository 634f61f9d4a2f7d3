package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bnsweep.store.TestTrials;
import org.bnsweep.sweep.Trials;
import org.junit.jupiter.api.Test;

class RemainingTrialsTest {
  private static Trials without(int size, long... done) {
    Set<String> ids =
        LongStream.of(done).mapToObj(TestTrials::id).collect(Collectors.toUnmodifiableSet());
    return RemainingTrials.of(TestTrials.grid(size), ids::contains);
  }

  private static long[] seeds(Trials trials) {
    return LongStream.range(0, trials.size())
        .map(i -> trials.get(i).hyperparameters().seed())
        .toArray();
  }

  @Test
  void leavesOutWhatIsDoneAndKeepsTheOrder() {
    assertThat(seeds(without(8, 0, 3, 4, 7))).containsExactly(1, 2, 5, 6);
    assertThat(seeds(without(3, 1))).containsExactly(0, 2);
  }

  @Test
  void keepsManyRanges() {
    long[] even = LongStream.range(0, 50).map(i -> 2 * i).toArray();

    assertThat(seeds(without(100, even)))
        .isEqualTo(LongStream.range(0, 50).map(i -> 2 * i + 1).toArray());
  }

  @Test
  void isEmptyWhenAllIsDone() {
    Trials none = without(2, 0, 1);

    assertThat(none.size()).isZero();
    assertThatThrownBy(() -> none.get(0)).hasMessage("trial 0 of 0");
  }
}
