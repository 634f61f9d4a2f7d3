package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.EPOCHS;
import static org.bnsweep.store.TestTrials.PROVENANCE;
import static org.bnsweep.store.TestTrials.WITH_ACTIVATIONS;
import static org.bnsweep.store.TestTrials.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunDetails;
import org.bnsweep.store.RunFile;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.table.ListColumn;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.TrialOrder;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run keeps of its activations: from the ledger to the table and back. */
class ActivationsTest {
  @TempDir Path temporary;
  private Path folder;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void nameTheFolder() {
    folder = temporary.resolve("run");
  }

  private RunFolder open() {
    return RunFolder.open(
        folder.toString(), CONFIGURATION, OnExisting.RESUME, Locking.REQUIRED, warnings::add);
  }

  /** Records each in a part of its own. */
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

  private RunInfo finish(int size, RunDetails details) {
    try (RunFolder open = open()) {
      return open.finish(open.ledger(PROVENANCE), TestTrials.grid(size), details);
    }
  }

  private List<TrialResult> read() {
    List<TrialResult> results = new ArrayList<>();
    RunReader.open(folder.toString(), CONFIGURATION).forEachTrial(t -> results.add(t.result()));
    return results;
  }

  @Test
  void readsBackWhatWasRecordedInTheOrderOfTheGrid() {
    record(recorded(2), TestTrials.failed(1, "boom"), recorded(0));

    finish(3, WITH_ACTIVATIONS);

    assertThat(read()).containsExactly(recorded(0), TestTrials.failed(1, "boom"), recorded(2));
  }

  @Test
  void theTableHasARowPerLayerWithTheEdgesOfItsBins() throws IOException {
    record(recorded(0));
    finish(1, WITH_ACTIVATIONS);
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);

    try (TableReader rows =
        new TableReader(
            files.fileSystem(),
            files.path(RunFile.ACTIVATIONS.fileName()),
            TestTrials.schema(RunFile.ACTIVATIONS))) {
      Row row = rows.next();
      assertThat(row).isNotNull();
      assertThat(row.text("trial_id")).isEqualTo(TestTrials.id(0));
      assertThat(row.real("weight_scale")).isEqualTo(1);
      assertThat(row.text("network")).isEqualTo("bn");
      assertThat(row.integer("epoch")).isZero();
      assertThat(row.integer("layer")).isEqualTo(1);
      assertThat(row.real("mean")).isEqualTo(0.25);
      assertThat(row.real("std")).isEqualTo(1e-300);
      assertThat(row.real("dead_share")).isEqualTo(0.125);
      assertThat(row.cell("bin").integers(0, 3)).containsExactly(-7, 0, 130);
      assertThat(row.cell("bin_count").integers(0, 3)).containsExactly(1, 1, 300);
      assertThat(row.cell("bin_from").real(2)).isEqualTo(1);
      assertThat(row.cell("bin_to").real(2)).isEqualTo(Math.pow(10, 0.125));
      int count = 1;
      while (rows.next() != null) {
        count++;
      }
      assertThat(count).isEqualTo(2 * EPOCHS + 1);
    }
  }

  @Test
  void theBitsAreThoseOfTheCurves() {
    record(TestTrials.result(0), TestTrials.result(1));
    String without = finish(2, DETAILS).bits();

    record(recorded(0), recorded(1));

    assertThat(finish(2, WITH_ACTIVATIONS).bits()).isEqualTo(without);
  }

  @Test
  void aTrialWithoutActivationsIsTrainedAgainWhenTheyAreAskedFor() {
    record(TestTrials.result(0), recorded(1));

    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);

      assertThat(ledger.trained()).isEqualTo(2);
      assertThat(ledger.remaining(TestTrials.grid(2), Recordings.NONE).size()).isZero();
      assertThat(ledger.remaining(TestTrials.grid(2), Recordings.of(Recording.ACTIVATIONS)).size())
          .isEqualTo(1);
      assertThat(ledger.remaining(TestTrials.grid(2), Recordings.of(Recording.ACTIVATIONS)).get(0))
          .isEqualTo(TestTrials.trial(0));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theResultWithActivationsCountsWhicheverCameFirst(boolean recordedFirst) {
    record(
        recordedFirst ? recorded(0) : TestTrials.result(0),
        recordedFirst ? TestTrials.result(0) : recorded(0));

    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(ledger.trained()).isEqualTo(1);
      assertThat(ledger.remaining(TestTrials.grid(1), Recordings.of(Recording.ACTIVATIONS)).size())
          .isZero();
    }
    finish(1, WITH_ACTIVATIONS);
    assertThat(read()).containsExactly(recorded(0));
  }

  @Test
  void aRunThatDoesNotAskForThemHasNoTable() {
    record(recorded(0));
    finish(1, WITH_ACTIVATIONS);
    assertThat(folder.resolve(RunFile.ACTIVATIONS.fileName())).exists();

    finish(1, DETAILS);

    assertThat(folder.resolve(RunFile.ACTIVATIONS.fileName())).doesNotExist();
    assertThat(read()).containsExactly(TestTrials.result(0));
  }

  /** Windows are smaller where trials have activations, and still hand out all. */
  @Test
  void readsMoreThanAWindow() throws IOException {
    record(recorded(2), recorded(1), recorded(0));
    List<TrialResult> sorted = new ArrayList<>();

    try (RunFolder open = open()) {
      new SortedLedger(
              open.ledger(PROVENANCE).parts(),
              PROVENANCE,
              TrialOrder.of(TestTrials.grid(3)),
              Recordings.of(Recording.ACTIVATIONS),
              2 * (2 * EPOCHS + 36 * 2))
          .forEach(trial -> sorted.add(trial.result()));
    }

    assertThat(sorted).containsExactly(recorded(0), recorded(1), recorded(2));
  }

  @Test
  void aLedgerFromBeforeActivationsIsStillRead() throws IOException {
    record(recorded(1));
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    String name = LedgerParts.name(7, "0123abcd");
    MessageType old = TrialRowCodec.schema(Recordings.NONE);
    try (TableWriter table =
        new TableWriter(
            FilesOn.create(files, name), old, Map.copyOf(LedgerParts.metadata(PROVENANCE)))) {
      Row row = new Row(old);
      TrialRowCodec.write(row, TestTrials.result(0), PROVENANCE.trainSize(), EPOCHS);
      table.write(row);
    }

    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(ledger.has(TestTrials.result(0))).isTrue();
      assertThat(ledger.has(TestTrials.result(1))).isTrue();
      LedgerCompactorTest.compactor(ledger, 2).compactIfMany();
    }

    assertThat(warnings).isEmpty();
    finish(2, WITH_ACTIVATIONS);
    assertThat(read()).containsExactly(TestTrials.result(0), recorded(1));
  }

  @Test
  void theListsOfTheFirstReleaseAreRead() throws IOException {
    copyOfBareLists();

    assertThat(read()).containsExactly(recorded(0), TestTrials.failed(1, "boom"), recorded(2));
  }

  @Test
  void aRunWithListsOfTheFirstReleaseGoesOn() throws IOException {
    copyOfBareLists();
    assertThat(listColumns(RunFile.ACTIVATIONS.fileName())).isEmpty();
    record(TestTrials.result(1), recorded(3));

    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(ledger.remaining(TestTrials.grid(4), Recordings.NONE).size()).isZero();
      LedgerCompactorTest.compactor(ledger, 5).compactIfMany();
      assertThat(ledger.parts().names()).hasSize(1);
    }

    assertThat(warnings).isEmpty();
    finish(4, WITH_ACTIVATIONS);
    assertThat(read()).containsExactly(recorded(0), TestTrials.result(1), recorded(2), recorded(3));
    assertThat(listColumns(RunFile.ACTIVATIONS.fileName()))
        .containsExactly("bin", "bin_from", "bin_to", "bin_count");
  }

  private List<String> listColumns(String file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(new LocalInputFile(folder.resolve(file)))) {
      return reader.getFileMetaData().getSchema().getFields().stream()
          .filter(ListColumn::is)
          .map(Type::getName)
          .toList();
    }
  }

  /** The first three trials, each in a part of its own, as the first release wrote them. */
  private void copyOfBareLists() throws IOException {
    Path source = Path.of("src/test/resources/org/bnsweep/store/bare-lists");
    try (Stream<Path> walk = Files.walk(source)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(source.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void aFolderPassedOnWithoutTheTableIsStillRead() throws IOException {
    record(recorded(0));
    finish(1, WITH_ACTIVATIONS);

    Files.delete(folder.resolve(RunFile.ACTIVATIONS.fileName()));

    assertThat(read()).containsExactly(TestTrials.result(0));
  }
}
