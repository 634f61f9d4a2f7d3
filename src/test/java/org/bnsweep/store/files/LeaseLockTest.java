package org.bnsweep.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.CONFIGURATION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LeaseLockTest {
  private static final Duration HEARTBEAT = Duration.ofMillis(50);
  // Nobody waits for so long while the other lives, however late its heart beats.
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path folder;
  private RunFiles files;

  @BeforeEach
  void openTheFolder() {
    files = RunFiles.at(folder.toString(), CONFIGURATION);
  }

  @Test
  void refusesASecondHolderWhileTheFirstLives() throws Exception {
    try (LeaseLock first = LeaseLock.acquire(files, HEARTBEAT, PATIENCE)) {
      assertThatThrownBy(() -> LeaseLock.acquire(files, HEARTBEAT, PATIENCE))
          .isInstanceOf(StoreException.class)
          .hasMessageMatching(
              "another run is writing to .* since 20\\d\\d-[0-9T:-]+Z; wait for its end, or choose"
                  + " another --out");
      first.check();
    }
  }

  @Test
  void isFreeAfterItsHolderClosed() {
    LeaseLock.acquire(files, HEARTBEAT, PATIENCE).close();

    assertThat(folder).isEmptyDirectory();
    LeaseLock.acquire(files, HEARTBEAT, PATIENCE).close();
  }

  @Test
  void isTakenOverFromAHolderThatDied() throws IOException {
    Files.writeString(folder.resolve(".lock-000007"), "2026-01-02T03:04:05Z");

    try (LeaseLock lock = LeaseLock.acquire(files, HEARTBEAT, SHORT)) {
      lock.check();
      assertThat(folder).isDirectoryContaining("glob:**/.lock-000008");
      assertThat(folder.resolve(".lock-000007")).doesNotExist();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void doesNotWaitForALockThatIsGivenBackMeanwhile() throws Exception {
    Files.writeString(folder.resolve(".lock-000001"), "2026-01-02T03:04:05Z");
    Thread other =
        new Thread(
            () -> {
              try {
                Thread.sleep(100);
                Files.delete(folder.resolve(".lock-000001"));
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    other.start();

    try (LeaseLock lock = LeaseLock.acquire(files, HEARTBEAT, Duration.ofHours(1))) {
      lock.check();
    }
    other.join();
  }

  @Test
  void stopsAHolderThatWasTakenOverWhileItSlept() throws IOException {
    try (LeaseLock slept = LeaseLock.acquire(files, Duration.ofHours(1), PATIENCE);
        LeaseLock successor = LeaseLock.acquire(files, HEARTBEAT, SHORT)) {
      successor.check();
      assertThatThrownBy(slept::check)
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "another run took over "
                  + folder
                  + ", as this one gave no sign of life for 60 s; trials recorded before are safe");
    }
    assertThat(folder).isEmptyDirectory();
  }
}
