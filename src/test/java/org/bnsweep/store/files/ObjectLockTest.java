package org.bnsweep.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bnsweep.store.files.ObjectStore.Conditions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ObjectLockTest {
  private static final Duration HEARTBEAT = Duration.ofMillis(50);
  // Nobody waits for so long while the other lives, however late its heart beats.
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String DEAD = "2026-01-02T03:04:05Z\nsomebody\n9\n";

  private ObjectStore store;
  private RunFiles files;

  @BeforeEach
  void openTheFolder() throws IOException {
    store = new ObjectStore("s3a", Conditions.HEEDED);
    files = new RunFiles("s3a://bucket/run", store);
  }

  private ObjectLock acquire(Duration patience) throws UnlockableException {
    return ObjectLock.acquire(files, HEARTBEAT, patience);
  }

  @Test
  void refusesASecondHolderWhileTheFirstLives() throws Exception {
    try (ObjectLock first = acquire(PATIENCE)) {
      assertThatThrownBy(() -> acquire(PATIENCE))
          .isInstanceOf(RunRefusedException.class)
          .hasMessageMatching(
              "another run is writing to s3a://bucket/run since 20\\d\\d-[0-9T:-]+Z; wait for its"
                  + " end, or choose another --out");
      first.check();
    }
  }

  @Test
  void isFreeAfterItsHolderClosed() throws Exception {
    acquire(PATIENCE).close();

    assertThat(store.names()).isEmpty();
    acquire(PATIENCE).close();
  }

  @Test
  void isTakenOverFromHoldersThatDied() throws Exception {
    store.put("run/.lock-000001", "");
    store.put("run/.lock-000002", DEAD);

    try (ObjectLock lock = acquire(SHORT)) {
      lock.check();
      assertThat(store.names()).last().isEqualTo("run/.lock-000003");
    }
    assertThat(store.names()).isEmpty();
  }

  @Test
  void isTakenOverFromOneWhoWasLeftBehindAHole() throws Exception {
    store.put("run/.lock-000002", DEAD);

    try (ObjectLock lock = acquire(SHORT)) {
      lock.check();
      assertThat(store.names()).last().isEqualTo("run/.lock-000003");
    }
    assertThat(store.names()).isEmpty();
  }

  @Test
  void doesNotWaitForALockThatIsGivenBackMeanwhile() throws Exception {
    store.put("run/.lock-000001", DEAD);
    Thread other =
        new Thread(
            () -> {
              try {
                Thread.sleep(100);
                store.remove("run/.lock-000001");
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    other.start();

    try (ObjectLock lock = acquire(Duration.ofHours(1))) {
      lock.check();
      assertThat(store.names()).containsExactly("run/.lock-000001");
    }
    other.join();
  }

  @Test
  void stopsAHolderThatWasTakenOverWhileItSlept() throws Exception {
    try (ObjectLock slept = ObjectLock.acquire(files, Duration.ofHours(1), PATIENCE)) {
      try (ObjectLock successor = acquire(SHORT)) {
        successor.check();
        assertTakenOver(slept);
      }
      assertTakenOver(slept);
    }
    assertThat(store.names()).isEmpty();
  }

  private static void assertTakenOver(ObjectLock slept) {
    assertThatThrownBy(slept::check)
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "another run took over s3a://bucket/run, as this one gave no sign of life for 60 s;"
                + " trials recorded before are safe");
  }

  @Test
  void isGivenToOneOfManyWhoWait() throws Exception {
    store.put("run/.lock-000001", DEAD);
    ExecutorService contenders = Executors.newFixedThreadPool(4);
    List<Future<ObjectLock>> outcomes = new ArrayList<>();
    Callable<ObjectLock> contend = () -> acquire(Duration.ofSeconds(4));
    for (int i = 0; i < 4; i++) {
      outcomes.add(contenders.submit(contend));
    }
    List<ObjectLock> winners = new ArrayList<>();
    for (Future<ObjectLock> outcome : outcomes) {
      try {
        winners.add(outcome.get());
      } catch (ExecutionException e) {
        assertThat(e.getCause())
            .isInstanceOf(RunRefusedException.class)
            .hasMessageStartingWith("another run is writing to ");
      }
    }
    contenders.shutdown();

    assertThat(winners).hasSize(1);
    winners.get(0).check();
    winners.get(0).close();
    assertThat(store.names()).isEmpty();
  }

  @Test
  void isRefusedWhereTwoCanCreateTheSame() throws Exception {
    List<String> warnings = new ArrayList<>();
    for (Conditions conditions : List.of(Conditions.UNKNOWN, Conditions.IGNORED)) {
      store = new ObjectStore("s3a", conditions);
      RunFiles run = new RunFiles("s3a://bucket/run", store);

      assertThatThrownBy(() -> RunLock.acquire(run, Locking.REQUIRED, warnings::add))
          .isInstanceOf(RunRefusedException.class)
          .hasMessageMatching(
              "cannot lock the run folder s3a://bucket/run: the store has no conditional writes"
                  + ", as far as Hadoop [0-9.]+ and its settings know them; see to it that no other"
                  + " run writes there, and give --no-lock");
      assertThat(warnings).isEmpty();
      assertThat(store.names()).isEmpty();

      RunLock none = RunLock.acquire(run, Locking.WHERE_POSSIBLE, warnings::add);
      none.check();
      none.close();
      assertThat(warnings)
          .containsExactly(
              "s3a://bucket/run is not locked; see to it that no other run writes there"
                  + " meanwhile");
      warnings.clear();
    }
  }

  @Test
  void isTakenWhereItCanBeWhateverTheUserSays() throws Exception {
    List<String> warnings = new ArrayList<>();
    try (RunLock lock = RunLock.acquire(files, Locking.WHERE_POSSIBLE, warnings::add)) {
      assertThat(lock).isInstanceOf(ObjectLock.class);
    }
    // Google's store has no option for it: its creation without overwriting is one step.
    RunFiles google = new RunFiles("gs://bucket/run", new ObjectStore("gs", Conditions.UNKNOWN));
    try (RunLock lock = RunLock.acquire(google, Locking.REQUIRED, warnings::add)) {
      assertThat(lock).isInstanceOf(ObjectLock.class);
    }
    assertThat(warnings).isEmpty();
  }
}
