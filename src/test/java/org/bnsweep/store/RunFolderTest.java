package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.PairCurves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path temporary;
  private Path folder;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void nameTheFolder() {
    folder = temporary.resolve("runs/one");
  }

  private RunFolder open(OnExisting onExisting) {
    return RunFolder.open(folder.toString(), CONFIGURATION, onExisting, warnings::add);
  }

  /** Records {@code results} in a run of its own and finishes it as a grid of {@code size}. */
  private RunInfo run(int size, TrialResult... results) {
    try (RunFolder open = open(OnExisting.RESUME)) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        for (TrialResult result : results) {
          writer.add(result);
        }
      }
      return open.finish(ledger, TestTrials.grid(size), DETAILS);
    }
  }

  private List<RecordedTrial> read() {
    List<RecordedTrial> trials = new ArrayList<>();
    RunReader.open(folder.toString(), CONFIGURATION).forEachTrial(trials::add);
    return trials;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void readsBackWhatWasRecordedInTheOrderOfTheGrid() {
    TrialResult diverged =
        new TrialResult(
            TestTrials.trial(1),
            new TrialResult.Trained(
                new PairCurves(
                    TestTrials.curve(0.1, 0.5, 0.9),
                    TestTrials.divergedCurve(1, 0.1, 0.097, 0.097))),
            2);

    RunInfo info =
        run(4, TestTrials.result(3), TestTrials.failed(2, "boom"), diverged, TestTrials.result(0));

    assertThat(info.trials()).isEqualTo(new TrialCounts(4, 0, 3, 1, 1));
    assertThat(read())
        .extracting(RecordedTrial::result)
        .containsExactly(
            TestTrials.result(0), diverged, TestTrials.failed(2, "boom"), TestTrials.result(3));
    assertThat(read()).extracting(RecordedTrial::index).containsExactly(0L, 1L, 2L, 3L);
    assertThat(RunReader.open(folder.toString(), CONFIGURATION).info()).isEqualTo(info);
  }

  @Test
  void leavesNothingButTheFilesOfARun() throws IOException {
    run(1, TestTrials.result(0));

    assertThat(files())
        .hasSize(7)
        .contains(
            "curves.parquet",
            "pairs.csv",
            "run.json",
            "settings.csv",
            "summary.csv",
            "summary.json")
        .anyMatch(name -> name.matches("trials/part-000001-[0-9a-f]{8}\\.parquet"));
  }

  @Test
  void refusesAFolderOfSomethingElse() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.tex"), "x");

    assertThatThrownBy(() -> open(OnExisting.RESUME))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            folder
                + " holds thesis.tex and no run; choose another --out, or write a run beside it"
                + " with --overwrite");
    assertThat(files()).containsExactly("thesis.tex");
  }
}
