package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.bnsweep.store.InRunFolder;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.TestTrials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How finished trials come to the disk. */
class LedgerWriterTest extends InRunFolder {
  @Test
  @Timeout(60)
  void commitsWithinFiveSecondsWithoutBeingClosed() throws InterruptedException {
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      writer.add(TestTrials.result(0));
      long added = System.nanoTime();
      while (parts().isEmpty()) {
        Thread.sleep(20);
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - added);

      assertThat(parts()).hasSize(1);
      // A busy machine may need longer than the second that is left for closing and renaming.
      assertThat(LedgerWriter.COMMIT_AFTER).isLessThanOrEqualTo(Duration.ofSeconds(4));
      assertThat(taken).isLessThan(LedgerWriter.COMMIT_AFTER.multipliedBy(2));
    }
  }

  @Test
  void commitsWhatWaitedForASlowDiskTogether() throws Exception {
    int waiting = 1000;
    CountDownLatch stalled = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    CommitHook disk =
        step -> {
          stalled.countDown();
          awaitUnchecked(goesOn);
        };
    try (RunFolder open = open(disk)) {
      Ledger ledger = open.ledger(PROVENANCE);
      // Every trial is due the moment it comes.
      try (LedgerWriter writer =
          new LedgerWriter(ledger, Duration.ZERO, new LedgerCompactor(ledger))) {
        writer.add(TestTrials.result(0));
        assertThat(stalled.await(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 1; i <= waiting; i++) {
          writer.add(TestTrials.result(i));
        }
        goesOn.countDown();
      }
    }

    assertThat(parts()).hasSize(2);
    assertThat(finish(1 + waiting).trials().planned()).isEqualTo(1 + waiting);
  }

  @Test
  void recordsATrialThatComesOnAnInterruptedThread() {
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      Thread.currentThread().interrupt();
      writer.add(TestTrials.result(0));
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      // Not for the tests that follow.
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(trained(1)).containsExactly(true);
  }

  @Test
  void recordsATrialThatWaitedForAFullQueueWhileItsThreadWasInterrupted() throws Exception {
    int fitting = 4096;
    CountDownLatch stalled = new CountDownLatch(1);
    CountDownLatch goesOn = new CountDownLatch(1);
    CommitHook disk =
        step -> {
          stalled.countDown();
          awaitUnchecked(goesOn);
        };
    AtomicBoolean flag = new AtomicBoolean();
    try (RunFolder open = open(disk)) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer =
          new LedgerWriter(ledger, Duration.ZERO, new LedgerCompactor(ledger))) {
        writer.add(TestTrials.result(0));
        assertThat(stalled.await(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 1; i <= fitting; i++) {
          writer.add(TestTrials.result(i));
        }
        Thread last =
            new Thread(
                () -> {
                  Thread.currentThread().interrupt();
                  writer.add(TestTrials.result(1 + fitting));
                  flag.set(Thread.currentThread().isInterrupted());
                });
        last.start();
        last.join(200);
        boolean waits = last.isAlive();
        goesOn.countDown();
        assertThat(waits).isTrue();
        last.join();
      }
    }

    assertThat(flag).isTrue();
    assertThat(trained(2 + fitting)).containsOnly(true);
  }

  @Test
  void takesTrialsFromManyThreads() throws InterruptedException {
    List<Long> order = new ArrayList<>(LongStream.range(0, 400).boxed().toList());
    Collections.shuffle(order, new Random(1));
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      List<Thread> threads = new ArrayList<>();
      for (List<Long> share : List.of(order.subList(0, 200), order.subList(200, 400))) {
        Thread thread = new Thread(() -> share.forEach(i -> writer.add(TestTrials.result(i))));
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }

    finish(400);
    assertThat(read()).isEqualTo(LongStream.range(0, 400).mapToObj(TestTrials::result).toList());
  }
}
