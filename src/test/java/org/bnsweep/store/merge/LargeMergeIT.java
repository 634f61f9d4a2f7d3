package org.bnsweep.store.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileUtil;
import org.bnsweep.HeapUse;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Four shards of five thousand trials, and what ten times as many leave in the heap. */
@Tag("heavy")
@Timeout(600)
class LargeMergeIT extends WithMadeUpRuns {
  private static final int FEW = 10_000;
  private static final int MANY = 100_000;
  private static final long MAY_GROW = 50_000_000;

  @Test
  void fourShardsOfFiveThousandAreOneRunOfTwentyThousand() throws IOException {
    run("whole", TestTrials.grid(20_000), WithMadeUpRuns::result);

    merge("merged", shards(20_000));

    isTheSameRun("merged", "whole");
    assertThat(reader("merged").info().trials().planned()).isEqualTo(20_000);
  }

  @Test
  void tenTimesTheTrialsDoNotFillTheHeap() throws InterruptedException {
    long few = peak("few", FEW);
    long many = peak("many", MANY);

    assertThat(few).isPositive();
    assertThat(many - few).as(few + " and " + many).isLessThan(MAY_GROW);
  }

  private RunReader[] shards(int trials) {
    return IntStream.rangeClosed(1, 4).mapToObj(i -> shard(i, 4, trials)).toArray(RunReader[]::new);
  }

  /** The most bytes that were alive while {@code trials} were merged. */
  private long peak(String name, int trials) throws InterruptedException {
    RunReader[] shards = shards(trials);
    long[] most = {0};
    AtomicBoolean over = new AtomicBoolean();
    Thread looks =
        new Thread(
            () -> {
              while (!over.get()) {
                most[0] = Math.max(most[0], HeapUse.alive());
                // So that the merge gets most of the time.
                LockSupport.parkNanos(200_000_000);
              }
            });
    looks.start();
    merge(name, shards);
    over.set(true);
    looks.join();
    FileUtil.fullyDeleteContents(temporary.toFile());
    return most[0];
  }
}
