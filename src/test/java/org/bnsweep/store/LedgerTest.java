package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.EPOCHS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.ActivationRecording;
import org.bnsweep.train.PairCurves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  @TempDir Path temporary;
  private Path folder;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void nameTheFolder() {
    folder = temporary.resolve("run");
  }

  private RunFolder open() {
    return RunFolder.open(folder.toString(), CONFIGURATION, OnExisting.RESUME, warnings::add);
  }

  /** Records {@code results}, each in a part of its own. */
  private void record(TrialResult... results) {
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      for (TrialResult result : results) {
        try (LedgerWriter writer = ledger.writer()) {
          writer.add(result);
        }
      }
    }
  }

  private List<Path> parts() {
    try (Stream<Path> list = Files.list(folder.resolve("trials"))) {
      return list.filter(part -> part.toString().endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean[] trained(int count) {
    boolean[] trained = new boolean[count];
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      for (int i = 0; i < count; i++) {
        trained[i] = ledger.isTrained(TestTrials.id(i));
      }
    }
    return trained;
  }

  @Test
  void handsOutEveryTrialThatNeedNotBeTrainedOnce() {
    record(
        TestTrials.result(0),
        TestTrials.failed(1, "boom"),
        TestTrials.result(2),
        TestTrials.result(2),
        TestTrials.result(9));

    List<TrialResult> handed = new ArrayList<>();
    try (RunFolder open = open()) {
      open.ledger(PROVENANCE)
          .forEachTrained(TestTrials.grid(5), ActivationRecording.OFF, handed::add);
    }

    // 9 is none of the grid's.
    assertThat(handed).containsExactly(TestTrials.result(0), TestTrials.result(2));
  }

  private RunInfo finish(int size) {
    try (RunFolder open = open()) {
      return open.finish(open.ledger(PROVENANCE), TestTrials.grid(size), DETAILS);
    }
  }

  private List<TrialResult> read() {
    List<TrialResult> results = new ArrayList<>();
    RunReader.open(folder.toString(), CONFIGURATION).forEachTrial(t -> results.add(t.result()));
    return results;
  }

  @Test
  void knowsWhatIsTrainedAndWhatFailed() {
    record(TestTrials.result(0), TestTrials.failed(1, "boom"));

    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);

      assertThat(ledger.isTrained(TestTrials.id(0))).isTrue();
      assertThat(ledger.isTrained(TestTrials.id(1))).isFalse();
      assertThat(ledger.trained()).isEqualTo(1);
      assertThat(ledger.failed()).isEqualTo(1);
      assertThat(ledger.remaining(TestTrials.grid(3), ActivationRecording.OFF).size()).isEqualTo(2);
      assertThat(ledger.remaining(TestTrials.grid(3), ActivationRecording.OFF).get(0))
          .isEqualTo(TestTrials.trial(1));
    }
  }

  @Test
  void countsATrialThatIsThereTwiceOnce() {
    record(TestTrials.result(0), TestTrials.result(0), TestTrials.result(1));

    assertThat(finish(2).trials().planned()).isEqualTo(2);
    assertThat(read()).containsExactly(TestTrials.result(0), TestTrials.result(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void forgetsAFailureThatSucceededInAnotherPart(boolean failedFirst) {
    TrialResult failed = TestTrials.failed(0, "lost its executor");
    if (failedFirst) {
      record(failed, TestTrials.result(0));
    } else {
      record(TestTrials.result(0), failed);
    }

    assertThat(trained(1)).containsExactly(true);
    assertThat(finish(1).trials().failed()).isZero();
    assertThat(read().get(0).outcome()).isEqualTo(TestTrials.result(0).outcome());
  }

  @Test
  void keepsTrialsThatTheGridDoesNotNameOutOfTheCurves() {
    record(TestTrials.result(0), TestTrials.result(1), TestTrials.result(7));

    finish(2);

    assertThat(read()).containsExactly(TestTrials.result(0), TestTrials.result(1));
    assertThat(trained(8)[7]).isTrue();
  }

  @Test
  void refusesToFinishWhileATrialIsMissing() {
    record(TestTrials.result(0));

    assertThatThrownBy(() -> finish(2))
        .isInstanceOf(StoreException.class)
        .hasMessage("the ledger lacks trial " + TestTrials.id(1) + "; the same command resumes");
    assertThat(folder.resolve("curves.parquet")).doesNotExist();
    assertThat(folder.resolve("run.json")).doesNotExist();
  }

  @Test
  void hasTheSameFilesAndFingerprintWhateverTheOrderAndTheParts() throws IOException {
    record(LongStream.range(0, 6).mapToObj(TestTrials::result).toArray(TrialResult[]::new));
    String fingerprint = finish(6).fingerprint();
    byte[] curves = Files.readAllBytes(folder.resolve("curves.parquet"));
    folder = temporary.resolve("other");
    try (RunFolder open = open()) {
      try (LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
        for (long i : new long[] {5, 2, 0, 1, 4, 3}) {
          writer.add(TestTrials.result(i));
        }
      }
    }

    assertThat(finish(6).fingerprint()).isEqualTo(fingerprint).matches("[0-9a-f]{64}");
    assertThat(folder.resolve("curves.parquet")).hasBinaryContent(curves);
  }

  @Test
  void hasAnotherFingerprintForOneOtherBit() {
    record(TestTrials.result(0));
    String fingerprint = finish(1).fingerprint();
    folder = temporary.resolve("other");
    TrialResult other =
        new TrialResult(
            TestTrials.trial(0),
            new TrialResult.Trained(
                new PairCurves(TestTrials.curve(0, 0), TestTrials.curve(0, Math.nextUp(0.0625)))),
            1.5);
    record(other);

    assertThat(finish(1).fingerprint()).isNotEqualTo(fingerprint);
  }

  @Test
  void commitsWithinFiveSecondsWithoutBeingClosed() throws InterruptedException {
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      writer.add(TestTrials.result(0));
      long added = System.nanoTime();
      while (parts().isEmpty() && System.nanoTime() - added < 5_000_000_000L) {
        Thread.sleep(20);
      }
      assertThat(parts()).hasSize(1);
      assertThat(writer.committed()).isEqualTo(1);
    }
  }

  @Test
  void refusesALedgerOfOtherData() {
    record(TestTrials.result(0));

    try (RunFolder open = open()) {
      assertThatThrownBy(() -> open.ledger(new Provenance("data-2", "numerics-1", 20, EPOCHS)))
          .isInstanceOf(RunRefusedException.class)
          .hasMessage(
              parts().get(0)
                  + " has trials of another data checksum, its own is data-1, this run's is data-2;"
                  + " choose another --out, or start again with --overwrite");
    }
  }

  @Test
  void refusesALedgerOfOtherNumerics() {
    record(TestTrials.result(0));

    try (RunFolder open = open()) {
      assertThatThrownBy(() -> open.ledger(new Provenance("data-1", "numerics-2", 20, EPOCHS)))
          .isInstanceOf(RunRefusedException.class)
          .hasMessage(
              parts().get(0)
                  + " has trials of another numerics version, its own is numerics-1, this run's is"
                  + " numerics-2; choose another --out, or start again with --overwrite");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.5, 0.9, 0.999})
  void setsAPartCutShortAsideAndLosesNothingElse(double share) throws IOException {
    record(TestTrials.result(0), TestTrials.result(1), TestTrials.result(2));
    Path cut = parts().get(1);
    try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
      channel.truncate((long) (share * (double) Files.size(cut)));
    }

    assertThat(trained(3)).containsExactly(true, false, true);

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .startsWith(cut + " is damaged (")
        .endsWith(
            "); it is set aside as "
                + cut.getFileName()
                + ".damaged and its trials are trained again")
        .doesNotContain("\n");
    assertThat(parts()).hasSize(2);
    assertThat(Path.of(cut + ".damaged")).exists();
    record(TestTrials.result(1));
    finish(3);
    assertThat(read())
        .containsExactly(TestTrials.result(0), TestTrials.result(1), TestTrials.result(2));
  }

  @Test
  void setsAPartAsideInWhichOneByteOfACurveChanged() throws IOException {
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      for (long i = 0; i < 300; i++) {
        writer.add(TestTrials.result(i));
      }
    }
    Path part = parts().get(0);
    byte[] bytes = Files.readAllBytes(part);
    // The ids come first: hashes, which do not compress, so this is in the midst of one.
    bytes[1000] ^= 0x10;
    Files.write(part, bytes);

    assertThat(trained(300)).containsOnly(false);
    assertThat(warnings).hasSize(1);
  }

  @Test
  void doesNotTakeADiskThatCannotBeReadForADamagedPart() throws IOException {
    record(TestTrials.result(0));
    FailingFileSystem disk = new FailingFileSystem(1 << 20);
    disk.failReading();
    RunFiles files = new RunFiles(folder.toString(), disk);
    CommitHook none = step -> {};

    try (RunFolder open = RunFolder.open(files, OnExisting.RESUME, none, warnings::add)) {
      assertThatThrownBy(() -> open.ledger(PROVENANCE))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessage("cannot read " + parts().get(0) + ": Input/output error");
    }
    assertThat(trained(1)).containsExactly(true);
  }

  @Test
  void mergesManySmallPartsAndKeepsEveryTrial() throws IOException {
    TrialResult[] results =
        LongStream.range(0, 9).mapToObj(TestTrials::result).toArray(TrialResult[]::new);
    record(results);
    try (RunFolder open = open()) {
      new LedgerCompactor(open.ledger(PROVENANCE), 10).compactIfMany();
      assertThat(parts()).hasSize(9);
      new LedgerCompactor(open.ledger(PROVENANCE), 9).compactIfMany();
      assertThat(parts()).hasSize(1);
    }

    finish(9);
    assertThat(read()).containsExactly(results);
  }

  @Test
  void mergesTheOldestOfManyPartsThatDoNotAllFitTogether() throws IOException {
    TrialResult[] results =
        LongStream.range(0, 9).mapToObj(TestTrials::result).toArray(TrialResult[]::new);
    record(results);
    List<Path> before = parts();
    long largest = 0;
    for (Path part : before) {
      largest = Math.max(largest, Files.size(part));
    }

    try (RunFolder open = open()) {
      new LedgerCompactor(open.ledger(PROVENANCE), 9, 2 * largest - 1).compactIfMany();
      assertThat(parts()).as("too large to be merged").hasSize(9);
      new LedgerCompactor(open.ledger(PROVENANCE), 9, 4 * largest).compactIfMany();
    }

    assertThat(parts()).hasSize(6).startsWith(before.subList(4, 9).toArray(Path[]::new));
    finish(9);
    assertThat(read()).containsExactly(results);
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
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    try (RunFolder open = RunFolder.open(files, OnExisting.RESUME, disk, warnings::add)) {
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
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    try (RunFolder open = RunFolder.open(files, OnExisting.RESUME, disk, warnings::add)) {
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
  void staysValidWhenTheDiskIsFull() throws IOException {
    FailingFileSystem disk = new FailingFileSystem(1 << 20);
    RunFiles files = new RunFiles(folder.toString(), disk);
    CommitHook none = step -> {};
    try (RunFolder open = RunFolder.open(files, OnExisting.RESUME, none, warnings::add)) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        writer.add(TestTrials.result(0));
      }
      disk.free(300);
      LedgerWriter writer = new LedgerWriter(ledger, Duration.ZERO, new LedgerCompactor(ledger));
      writer.add(TestTrials.result(1));

      String message =
          "cannot write .*/run/trials/part-000002-[0-9a-f]{8}\\.parquet: No space left on device;"
              + " trials recorded before are safe, the same command resumes";
      assertThatThrownBy(writer::close)
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageMatching(message);
      assertThatThrownBy(() -> writer.add(TestTrials.result(2)))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageMatching(message);
    }

    assertThat(trained(2)).containsExactly(true, false);
    assertThat(warnings).isEmpty();
    assertThat(folder.resolve("trials")).isDirectoryNotContaining("glob:**.tmp");
  }

  /** What a second writer, whose disk is {@code hook}, says when it is closed and added to. */
  private void assertStopsWith(CommitHook hook, String message) {
    record(TestTrials.result(0));
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    try (RunFolder open = RunFolder.open(files, OnExisting.RESUME, hook, warnings::add)) {
      Ledger ledger = open.ledger(PROVENANCE);
      LedgerWriter writer = new LedgerWriter(ledger, Duration.ZERO, new LedgerCompactor(ledger));
      writer.add(TestTrials.result(1));

      assertThatThrownBy(writer::close)
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageMatching(message);
      assertThatThrownBy(() -> writer.add(TestTrials.result(2)))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageMatching(message);
    }
    assertThat(trained(2)).containsExactly(true, false);
    assertThat(folder.resolve("trials")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void tellsOfAnErrorAsOfAFailingDisk() {
    assertStopsWith(
        step -> {
          throw new NoClassDefFoundError("com/github/luben/zstd/Zstd\nat line two");
        },
        "cannot write .*/run/trials/part-000002-[0-9a-f]{8}\\.parquet: NoClassDefFoundError:"
            + " com/github/luben/zstd/Zstd; trials recorded before are safe, the same command"
            + " resumes");
  }

  /** As when there is no memory left for a message. */
  @Test
  void tellsThatItsThreadEndedWithoutAReason() {
    assertStopsWith(
        step -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
          throw new SilentError();
        },
        "cannot write .*/run/trials: its thread ended; trials recorded before are safe, the same"
            + " command resumes");
  }

  private static final class SilentError extends Error {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new OutOfMemoryError();
    }
  }

  /** Neither add() nor close() may wait for a thread that is gone. */
  @Test
  @Timeout(30)
  void letsNobodyWaitForAQueueThatAnErrorLeftFull() {
    CountDownLatch full = new CountDownLatch(1);
    CommitHook disk =
        step -> {
          awaitUnchecked(full);
          throw new OutOfMemoryError("Java heap space");
        };
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    try (RunFolder open = RunFolder.open(files, OnExisting.RESUME, disk, warnings::add)) {
      Ledger ledger = open.ledger(PROVENANCE);
      LedgerWriter writer = new LedgerWriter(ledger, Duration.ZERO, new LedgerCompactor(ledger));

      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  if (i == 4000) {
                    full.countDown();
                  }
                  writer.add(TestTrials.result(i));
                }
              })
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("OutOfMemoryError: Java heap space");
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void keepsTheOldResultsWhenTheDiskIsFullAtTheEnd() throws IOException {
    record(TestTrials.result(0), TestTrials.result(1));
    finish(1);
    byte[] curves = Files.readAllBytes(folder.resolve("curves.parquet"));
    FailingFileSystem disk = new FailingFileSystem(500);
    RunFiles files = new RunFiles(folder.toString(), disk);
    CommitHook none = step -> {};

    try (RunFolder open = RunFolder.open(files, OnExisting.RESUME, none, warnings::add)) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThatThrownBy(() -> open.finish(ledger, TestTrials.grid(2), DETAILS))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessage(
              "cannot write the results to "
                  + folder
                  + ", the trials are safe: No space left on device");
    }

    assertThat(folder.resolve("curves.parquet")).hasBinaryContent(curves);
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
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
