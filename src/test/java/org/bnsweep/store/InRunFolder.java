package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bnsweep.store.files.FailingFileSystem;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.ledger.CommitHook;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a run folder of its own. */
public abstract class InRunFolder {
  @TempDir protected Path temporary;
  protected Path folder;
  protected final List<String> warnings = new ArrayList<>();

  @BeforeEach
  protected void nameTheFolder() {
    folder = temporary.resolve("runs/one");
  }

  protected RunFolder open() {
    return open(OnExisting.RESUME);
  }

  protected RunFolder open(OnExisting onExisting) {
    return RunFolder.open(
        folder.toString(), CONFIGURATION, onExisting, Locking.REQUIRED, warnings::add);
  }

  /** On a disk that does {@code hook} between the steps of a commit. */
  protected RunFolder open(CommitHook hook) {
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    return open(files, OnExisting.RESUME, hook, warnings::add);
  }

  protected RunFolder open(FailingFileSystem disk) {
    RunFiles files = FilesOn.disk(folder.toString(), disk);
    return RunFolder.open(files, OnExisting.RESUME, Locking.REQUIRED, step -> {}, warnings::add);
  }

  /** Opens the folder of {@code files}, doing {@code hook} between the steps of a commit. */
  public static RunFolder open(
      RunFiles files, OnExisting onExisting, CommitHook hook, Consumer<String> warnings) {
    return RunFolder.open(files, onExisting, Locking.REQUIRED, hook, warnings);
  }

  /** Records {@code results}, each in a part of its own. */
  protected void record(TrialResult... results) {
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      for (TrialResult result : results) {
        try (LedgerWriter writer = ledger.writer()) {
          writer.add(result);
        }
      }
    }
  }

  /** Records {@code results} in one part. */
  protected void recordTogether(TrialResult... results) {
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      for (TrialResult result : results) {
        writer.add(result);
      }
    }
  }

  /** Finishes the run as a grid of {@code size}. */
  protected RunInfo finish(int size) {
    try (RunFolder open = open()) {
      return open.finish(open.ledger(PROVENANCE), TestTrials.grid(size), DETAILS);
    }
  }

  /** Records {@code results} in a run of its own and finishes it as a grid of {@code size}. */
  protected RunInfo run(int size, TrialResult... results) {
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        for (TrialResult result : results) {
          writer.add(result);
        }
      }
      return open.finish(ledger, TestTrials.grid(size), DETAILS);
    }
  }

  /** Which of the first {@code count} trials the ledger has. */
  protected boolean[] trained(int count) {
    boolean[] trained = new boolean[count];
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      for (int i = 0; i < count; i++) {
        trained[i] = ledger.has(TestTrials.result(i));
      }
    }
    return trained;
  }

  protected List<RecordedTrial> readTrials() {
    List<RecordedTrial> trials = new ArrayList<>();
    RunReader.open(folder.toString(), CONFIGURATION).forEachTrial(trials::add);
    return trials;
  }

  protected List<TrialResult> read() {
    return readTrials().stream().map(RecordedTrial::result).toList();
  }

  /** All files below the folder. */
  protected List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  protected List<Path> parts() {
    try (Stream<Path> list = Files.list(folder.resolve("trials"))) {
      return list.filter(part -> part.toString().endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  protected static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns when {@code condition} holds, at the latest after 30 s. */
  protected static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
