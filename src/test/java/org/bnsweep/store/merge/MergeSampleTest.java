package org.bnsweep.store.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.trial.RecordedTrial;
import org.junit.jupiter.api.Test;

/** Trials of a merge, chosen to be verified. */
class MergeSampleTest extends WithMadeUpRuns {
  @Test
  void samplesWithoutRepetition() throws InterruptedException {
    RunReader first = shard(1, 2, 40);
    Merge merge =
        Merge.of(
            List.of(first, shard(2, 2, 40), run("w", TestTrials.grid(40), WithMadeUpRuns::result)));
    Map<String, Integer> runs = new LinkedHashMap<>();
    for (int seed = 0; seed < 40; seed++) {
      List<Long> seen = new ArrayList<>();
      merge.sample(
          5,
          new SplittableRandom(seed),
          (run, trial) -> {
            seen.add(trial.trial().hyperparameters().seed());
            runs.merge(run.info().name(), 1, Integer::sum);
          });
      assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }
    assertThat(runs).containsOnlyKeys("shard-1-2", "shard-2-2");
    List<Long> all = new ArrayList<>();
    merge.sample(
        1000,
        new SplittableRandom(0),
        (run, trial) -> all.add(trial.trial().hyperparameters().seed()));
    assertThat(all).hasSize(40);
  }

  @Test
  void anInterruptEndsASample() throws InterruptedException {
    Merge merge = Merge.of(List.of(shard(1, 2, 40), shard(2, 2, 40)));
    List<RecordedTrial> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                merge.sample(
                    30,
                    new SplittableRandom(0),
                    (run, trial) -> {
                      seen.add(trial);
                      Thread.currentThread().interrupt();
                    }))
        .isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(seen).hasSize(1);
  }
}
