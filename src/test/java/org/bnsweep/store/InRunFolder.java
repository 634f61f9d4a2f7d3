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
import java.util.stream.Stream;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a run folder of its own. */
abstract class InRunFolder {
  @TempDir Path temporary;
  Path folder;
  final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void nameTheFolder() {
    folder = temporary.resolve("runs/one");
  }

  RunFolder open() {
    return open(OnExisting.RESUME);
  }

  RunFolder open(OnExisting onExisting) {
    return RunFolder.open(folder.toString(), CONFIGURATION, onExisting, warnings::add);
  }

  /** On a disk that does {@code hook} between the steps of a commit. */
  RunFolder open(CommitHook hook) {
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    return RunFolder.open(files, OnExisting.RESUME, hook, warnings::add);
  }

  RunFolder open(FailingFileSystem disk) {
    RunFiles files = new RunFiles(folder.toString(), disk);
    return RunFolder.open(files, OnExisting.RESUME, step -> {}, warnings::add);
  }

  /** Records {@code results}, each in a part of its own. */
  void record(TrialResult... results) {
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
  void recordTogether(TrialResult... results) {
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      for (TrialResult result : results) {
        writer.add(result);
      }
    }
  }

  /** Finishes the run as a grid of {@code size}. */
  RunInfo finish(int size) {
    try (RunFolder open = open()) {
      return open.finish(open.ledger(PROVENANCE), TestTrials.grid(size), DETAILS);
    }
  }

  /** Records {@code results} in a run of its own and finishes it as a grid of {@code size}. */
  RunInfo run(int size, TrialResult... results) {
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
  boolean[] trained(int count) {
    boolean[] trained = new boolean[count];
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      for (int i = 0; i < count; i++) {
        trained[i] = ledger.isTrained(TestTrials.id(i));
      }
    }
    return trained;
  }

  List<RecordedTrial> readTrials() {
    List<RecordedTrial> trials = new ArrayList<>();
    RunReader.open(folder.toString(), CONFIGURATION).forEachTrial(trials::add);
    return trials;
  }

  List<TrialResult> read() {
    return readTrials().stream().map(RecordedTrial::result).toList();
  }

  /** All files below the folder. */
  List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  List<Path> parts() {
    try (Stream<Path> list = Files.list(folder.resolve("trials"))) {
      return list.filter(part -> part.toString().endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns when {@code condition} holds, at the latest after 30 s. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
