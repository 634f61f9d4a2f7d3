package org.bnsweep.store.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.junit.jupiter.api.Test;

class ConflictsTest extends WithMadeUpRuns {
  @Test
  void namesTrialsWithOtherNumbersAndTakesTheFirst() throws InterruptedException {
    RunReader first = run("first", TestTrials.grid(30), TestTrials::result);
    RunReader second =
        run(
            "second",
            TestTrials.grid(30),
            i -> i < 12 ? withLoss(TestTrials.result(i)) : TestTrials.result(i));

    Merge merge = Merge.of(List.of(first, second));

    assertThat(merge.conflicting()).isEqualTo(12);
    assertThat(merge.conflicts()).hasSize(10);
    assertThat(merge.conflicts().get(1))
        .isEqualTo(
            new Conflict(
                path("first"), trials(first).get(1), path("second"), trials(second).get(1)));
    merge("merged", first, second);
    assertThat(trials(reader("merged"))).isEqualTo(trials(first));
  }
}
