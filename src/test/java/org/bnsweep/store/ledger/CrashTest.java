package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bnsweep.ThisJava;
import org.bnsweep.store.InRunFolder;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.TrialCounts;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies between two steps of a commit, and the run that follows it. */
class CrashTest {
  private static final int RECORDED = 2;
  private static final int ALL = 4;

  @TempDir Path temporary;

  /** The process: records two trials more, committing each at once. */
  static final class Dying {
    private Dying() {}

    public static void main(String[] arguments) {
      Semaphore appeared = new Semaphore(0);
      CommitHook crash = CommitHook.fromSystemProperty();
      CommitHook hook =
          step -> {
            crash.after(step);
            if (step == CommitHook.Step.RENAMED) {
              appeared.release();
            }
          };
      RunFolder open =
          InRunFolder.open(
              RunFiles.at(arguments[0], CONFIGURATION),
              OnExisting.RESUME,
              hook,
              System.out::println);
      Ledger ledger = open.ledger(PROVENANCE);
      LedgerCompactor compactor = LedgerCompactorTest.compactor(ledger, RECORDED + 1);
      try (LedgerWriter writer = new LedgerWriter(ledger, Duration.ZERO, compactor)) {
        for (long i = RECORDED; i < ALL; i++) {
          writer.add(TestTrials.result(i));
          // Or both would be committed together.
          appeared.acquireUninterruptibly();
        }
      }
      if (arguments.length > 1) {
        System.out.println("holding");
        // Until it is killed.
        while (open.files().exists("trials")) {
          LockSupport.parkNanos(100_000_000);
        }
      }
    }
  }

  private static Process start(String crash, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(ThisJava.command());
    command.add("-D" + CommitHook.CRASH + "=" + crash);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Dying.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static RunFolder open(Path folder, List<String> warnings) {
    return RunFolder.open(
        folder.toString(), CONFIGURATION, OnExisting.RESUME, Locking.REQUIRED, warnings::add);
  }

  /** A part for each trial, so that the next commit makes enough of them to be merged. */
  private static void recordParts(Path folder) {
    try (RunFolder open = open(folder, new ArrayList<>())) {
      Ledger ledger = open.ledger(PROVENANCE);
      for (long i = 0; i < RECORDED; i++) {
        try (LedgerWriter writer = ledger.writer()) {
          writer.add(TestTrials.result(i));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CommitHook.Step.class)
  void losesNoCommittedTrialWhereverItDies(CommitHook.Step step) throws Exception {
    Path folder = temporary.resolve("run");
    recordParts(folder);

    Process process = start(step.name().toLowerCase(Locale.ROOT), folder.toString());

    assertThat(process.waitFor()).isEqualTo(137);
    List<String> warnings = new ArrayList<>();
    try (RunFolder open = open(folder, warnings)) {
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
      }
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(warnings).isEmpty();
      boolean renamed = step == CommitHook.Step.RENAMED || step == CommitHook.Step.MERGED;
      assertThat(ledger.trained()).isEqualTo(renamed ? RECORDED + 1 : RECORDED);
      try (LedgerWriter writer = ledger.writer()) {
        for (long i = ledger.trained(); i < ALL; i++) {
          writer.add(TestTrials.result(i));
        }
      }
      RunInfo info = open.finish(ledger, TestTrials.grid(ALL), DETAILS);
      assertThat(info.trials()).isEqualTo(new TrialCounts(ALL, 0, ALL, 0, 0));
    }
    List<TrialResult> results = new ArrayList<>();
    RunReader.open(folder.toString(), CONFIGURATION).forEachTrial(t -> results.add(t.result()));
    assertThat(results).isEqualTo(LongStream.range(0, ALL).mapToObj(TestTrials::result).toList());
  }

  @Test
  void freesTheFolderTheMomentItIsKilled() throws Exception {
    Path folder = temporary.resolve("run");
    Process process = start("never", folder.toString(), "hold");
    assertThat(process.inputReader().readLine()).isEqualTo("holding");
    List<String> warnings = new ArrayList<>();
    try {
      assertThatThrownBy(() -> open(folder, warnings))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("another run is writing to " + folder + " since ");
    } finally {
      process.destroyForcibly().waitFor();
    }

    try (RunFolder open = open(folder, warnings)) {
      assertThat(open.ledger(PROVENANCE).trained()).isEqualTo(ALL - RECORDED);
    }
  }
}
