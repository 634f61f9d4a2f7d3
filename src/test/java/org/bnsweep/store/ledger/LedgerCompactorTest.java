package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.bnsweep.store.InRunFolder;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.ObjectStore;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.Test;

/** Merging of small parts. */
class LedgerCompactorTest extends InRunFolder {
  /** One that merges as soon as there are {@code many} parts. */
  static LedgerCompactor compactor(Ledger ledger, int many) {
    return new LedgerCompactor(ledger, many, LedgerCompactor.MERGED_BYTES);
  }

  @Test
  void mergesManySmallPartsAndKeepsEveryTrial() throws IOException {
    TrialResult[] results =
        LongStream.range(0, 9).mapToObj(TestTrials::result).toArray(TrialResult[]::new);
    record(results);
    try (RunFolder open = open()) {
      compactor(open.ledger(PROVENANCE), 10).compactIfMany();
      assertThat(parts()).hasSize(9);
      compactor(open.ledger(PROVENANCE), 9).compactIfMany();
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
  void mergesPartsOfThousandsOfTrials() throws IOException {
    int inEach = 7000;
    for (int part = 0; part < 3; part++) {
      TrialResult[] results = new TrialResult[inEach];
      for (int i = 0; i < inEach; i++) {
        results[i] = TestTrials.result(part * inEach + i);
      }
      recordTogether(results);
    }
    for (Path part : parts()) {
      assertThat(Files.size(part)).isGreaterThan(128L << 10);
    }

    try (RunFolder open = open()) {
      compactor(open.ledger(PROVENANCE), 3).compactIfMany();
    }

    assertThat(parts()).hasSize(1);
    assertThat(trained(3 * inEach)).containsOnly(true);
  }

  @Test
  void mergesBetweenTheCommitsOfAWriter() {
    CountDownLatch[] appeared = new CountDownLatch[1];
    try (RunFolder open =
        open(
            step -> {
              if (step == CommitHook.Step.RENAMED) {
                appeared[0].countDown();
              }
            })) {
      Ledger ledger = open.ledger(PROVENANCE);
      for (int i = 0; i < 4; i++) {
        appeared[0] = new CountDownLatch(1);
        try (LedgerWriter writer = new LedgerWriter(ledger, Duration.ZERO, compactor(ledger, 3))) {
          writer.add(TestTrials.result(i));
          // What is committed when it is closed is not merged.
          awaitUnchecked(appeared[0]);
        }
      }
    }

    // The first three as one, and the last.
    assertThat(parts()).hasSize(2);
    assertThat(trained(4)).containsOnly(true);
  }

  @Test
  void leavesADamagedPartToTheNextRun() throws IOException {
    record(TestTrials.result(0), TestTrials.result(1), TestTrials.result(2));
    List<Path> before = parts();
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      Files.writeString(before.get(1), "no table");

      compactor(ledger, 3).compactIfMany();
    }

    assertThat(parts()).isEqualTo(before);
    assertThat(folder.resolve("trials")).isDirectoryNotContaining("glob:**.tmp");
    assertThat(trained(3)).containsExactly(true, false, true);
    assertThat(warnings).hasSize(1);
  }

  @Test
  void keepsEveryPartWhereTheMergedOneCannotBeWritten() {
    record(TestTrials.result(0), TestTrials.result(1), TestTrials.result(2));
    List<Path> before = parts();
    CommitHook full =
        step -> {
          throw new IOException("No space left on device");
        };
    try (RunFolder open = open(full)) {
      LedgerCompactor compactor = compactor(open.ledger(PROVENANCE), 3);

      assertThatThrownBy(compactor::compactIfMany)
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }

    assertThat(parts()).isEqualTo(before);
    assertThat(folder.resolve("trials")).isDirectoryNotContaining("glob:**.tmp");
    assertThat(trained(3)).containsOnly(true);
  }

  @Test
  void losesNothingInAnObjectStoreWhereTheMergedPartAppearsAndItsSourcesStay() throws IOException {
    ObjectStore store = new ObjectStore("s3a", ObjectStore.Conditions.HEEDED);
    RunFiles files = FilesOn.disk("s3a://bucket/run", store);
    CommitHook dying =
        step -> {
          if (step == CommitHook.Step.MERGED) {
            throw new IOException("power cut");
          }
        };
    try (RunFolder open = open(files, OnExisting.RESUME, dying, warnings::add)) {
      Ledger ledger = open.ledger(PROVENANCE);
      for (int i = 0; i < 2; i++) {
        try (LedgerWriter writer = ledger.writer()) {
          writer.add(TestTrials.result(i));
        }
      }

      assertThatThrownBy(compactor(ledger, 2)::compactIfMany).hasMessage("power cut");
    }

    assertThat(store.names()).hasSize(3);
    assertThat(store.puts()).isEqualTo(store.names());
    try (RunFolder open = open(files, OnExisting.RESUME, step -> {}, warnings::add)) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(ledger.trained()).isEqualTo(2);
      compactor(ledger, 3).compactIfMany();
    }
    assertThat(store.names()).hasSize(1);
    assertThat(warnings).isEmpty();
  }
}
