package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.EPOCHS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bnsweep.store.InRunFolder;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.Interrupts;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.trial.TrialOrder;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a ledger is read: every read fails from then on, and no part is damaged. */
class InterruptedLedgerTest {
  @TempDir Path folder;

  @BeforeEach
  void recordThreeParts() {
    for (long trial = 0; trial < 3; trial++) {
      try (RunFolder open = open();
          LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
        writer.add(TestTrials.result(trial));
      }
    }
  }

  @AfterEach
  void clearTheFlag() {
    boolean unused = Thread.interrupted();
  }

  private RunFolder open() {
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    CommitHook none = step -> {};
    return InRunFolder.open(
        files, OnExisting.RESUME, none, warning -> assertThat(warning).isNull());
  }

  private List<String> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("trials"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void assertRefuses(ThrowingCallable reading) throws IOException {
    Thread.currentThread().interrupt();

    assertThatThrownBy(reading)
        .isExactlyInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot read " + folder.resolve("trials/part-000001-"))
        .hasMessageEndingWith(".parquet: interrupted")
        .matches(Interrupts::isBehind);

    assertThat(parts()).hasSize(3).allMatch(name -> name.endsWith(".parquet"));
  }

  @Test
  void setsNoPartAsideWhenItIsOpened() throws IOException {
    try (RunFolder open = open()) {
      assertRefuses(() -> open.ledger(PROVENANCE));
    }
  }

  @Test
  void setsNoPartAsideWhenTheResultsAreWritten() throws IOException {
    try (RunFolder open = open()) {
      LedgerParts parts = open.ledger(PROVENANCE).parts();
      assertRefuses(
          () ->
              new SortedLedger(
                      parts, PROVENANCE, TrialOrder.of(TestTrials.grid(3)), Recordings.NONE, EPOCHS)
                  .forEach(trial -> {}));
    }
  }

  @Test
  void takesAHostThatDoesNotAnswerForNoInterrupt() {
    assertThat(Interrupts.isBehind(new IOException(new SocketTimeoutException("60000 ms"))))
        .isFalse();
    assertThat(Interrupts.isBehind(new IOException(new InterruptedIOException()))).isTrue();
  }
}
