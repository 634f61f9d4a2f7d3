package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.bnsweep.store.InRunFolder;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.FailingFileSystem;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.RecordingFileSystem;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunLock;
import org.bnsweep.store.files.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged parts, and disks and processes that fail. */
class LedgerFaultsTest extends InRunFolder {
  /** What a second writer, whose disk is {@code hook}, says when it is closed and added to. */
  private void assertStopsWith(CommitHook hook, String message) {
    record(TestTrials.result(0));
    try (RunFolder open = open(hook)) {
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

  private static final class SilentError extends Error {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new OutOfMemoryError();
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
        .doesNotContain("\n", "FileSystem");
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

    try (RunFolder open = open(disk)) {
      assertThatThrownBy(() -> open.ledger(PROVENANCE))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessage("cannot read " + parts().get(0) + ": Input/output error");
    }
    assertThat(trained(1)).containsExactly(true);
  }

  @Test
  void staysValidWhenTheDiskIsFull() throws IOException {
    FailingFileSystem disk = new FailingFileSystem(1 << 20);
    try (RunFolder open = open(disk)) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        writer.add(TestTrials.result(0));
      }
      disk.free(300);
      LedgerWriter writer = new LedgerWriter(ledger, Duration.ZERO, new LedgerCompactor(ledger));
      writer.add(TestTrials.result(1));

      String message =
          "cannot write .*/runs/one/trials/part-000002-[0-9a-f]{8}\\.parquet: No space left on device;"
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

  /** As a try with resources, which suppresses the second failure, must not find it the same. */
  @Test
  void tellsOfAFullDiskWhoTriesToGoOnAndThenCloses() throws IOException {
    FailingFileSystem disk = new FailingFileSystem(1 << 20);
    try (RunFolder open = open(disk)) {
      Ledger ledger = open.ledger(PROVENANCE);
      disk.free(300);

      assertThatThrownBy(
              () -> {
                try (LedgerWriter writer =
                    new LedgerWriter(ledger, Duration.ZERO, new LedgerCompactor(ledger))) {
                  for (int i = 0; i < 10_000; i++) {
                    writer.add(TestTrials.result(i));
                  }
                }
              })
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageContaining(
              "parquet: No space left on device; trials recorded before are safe");
    }
  }

  @Test
  void tellsOfAnErrorAsOfAFailingDisk() {
    assertStopsWith(
        step -> {
          throw new NoClassDefFoundError("com/github/luben/zstd/Zstd\nat line two");
        },
        "cannot write .*/runs/one/trials/part-000002-[0-9a-f]{8}\\.parquet: NoClassDefFoundError:"
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
        "cannot write .*/runs/one/trials: its thread ended; trials recorded before are safe, the same"
            + " command resumes");
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
    try (RunFolder open = open(disk)) {
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

  @Test
  void keepsTheOldResultsWhenTheDiskIsFullAtTheEnd() throws IOException {
    record(TestTrials.result(0), TestTrials.result(1));
    finish(1);
    byte[] curves = Files.readAllBytes(folder.resolve("curves.parquet"));
    FailingFileSystem disk = new FailingFileSystem(500);

    try (RunFolder open = open(disk)) {
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

  /** As the disk may write in any order what it was not told to write. */
  @Test
  void namesAFileOnlyWhenAllOfItIsOnTheDisk() throws IOException {
    RecordingFileSystem disk = new RecordingFileSystem();
    RunFiles files = FilesOn.disk(folder.toString(), disk);
    try (RunFolder open = InRunFolder.open(files, OnExisting.RESUME, step -> {}, warnings::add)) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        writer.add(TestTrials.result(0));
      }
      open.finish(ledger, TestTrials.grid(1), DETAILS);
    }

    List<String> written =
        disk.steps().stream()
            .filter(step -> step.startsWith("rename "))
            .map(step -> step.substring(7))
            .toList();
    assertThat(written)
        .hasSize(7)
        .contains(".curves.parquet.tmp", ".summary.csv.tmp")
        .anyMatch(name -> name.matches("\\.part-000001-[0-9a-f]{8}\\.parquet\\.tmp"))
        .endsWith(".run.json.tmp");
    for (String name : written) {
      assertThat(disk.steps())
          .filteredOn(step -> step.endsWith(" " + name))
          .containsExactly("sync " + name, "close " + name, "rename " + name);
    }
  }

  @Test
  void namesNoPartOnceAnotherRunHasTheFolder() throws IOException {
    StoreException taken = new StoreException("another run took over");
    RunLock lost =
        new RunLock() {
          @Override
          public void check() {
            throw taken;
          }

          @Override
          public void close() {
            // It is not ours any more.
          }
        };
    try (RunFolder open = open()) {
      PartWriter part =
          Ledger.open(open.files(), lost, PROVENANCE, step -> {}, warnings::add).newPart();
      part.write(TestTrials.result(0));

      assertThatThrownBy(part::commit).isSameAs(taken);
      part.abandon();
    }

    assertThat(temporary).isEmptyDirectory();
  }
}
