package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bnsweep.store.files.FailingFileSystem;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.ledger.TrialTimes;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a run folder that cannot be read. */
class UnreadableRunTest extends InRunFolder {
  @Test
  void refusesToReadWhatIsNoFinishedRun() throws IOException {
    Files.createDirectories(folder);

    assertThatThrownBy(() -> RunReader.open(folder.toString(), CONFIGURATION))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(
            folder
                + " has no run.json: it is no run folder, or its run has not finished and the same"
                + " command resumes it");
    Files.writeString(folder.resolve("run.json"), "{\"name\": 1}");
    assertThatThrownBy(() -> RunReader.open(folder.toString(), CONFIGURATION))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageStartingWith(folder + "/run.json is not a manifest of a run: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                   | it is empty",
        "{                    | it breaks off in line 1",
        "{\"name\": \"a          | it breaks off in line 1",
        "hello                | line 1 is not JSON",
        "[]                   | it is [], must be a map",
        "null                 | it is null, must be a map",
        "{}                   | name is missing",
        "{\"name\": 1}          | name is 1, must be text",
        "{\"name\": \"a\"}        | versions is missing",
        "{\"name\": \"a\", \"versions\": []} | versions is [], must be a map",
        "{\"name\": \"a\", \"versions\": {\"x\": 1}} | versions.x is 1, must be text",
        "{\"name\": \"a\", \"versions\": {}, \"trials\": {}} | settings is missing",
      })
  void tellsInPlainWordsWhatIsWrongWithAManifest(String json, String problem) throws IOException {
    run(1, TestTrials.result(0));
    Files.writeString(folder.resolve("run.json"), json);

    assertThatThrownBy(() -> RunReader.open(folder.toString(), CONFIGURATION))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(folder + "/run.json is not a manifest of a run: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"train_size\" : 20            | \"train_size\" : \"many\"       | train_size is \"many\","
            + " must be a whole number of 0 or more",
        "\"train_size\" : 20            | \"train_size\" : 1.5          | train_size is 1.5, must"
            + " be a whole number of 0 or more",
        "\"train_size\" : 20            | \"train_size\" : 3000000000   | train_size is 3000000000,"
            + " must be at most 2147483647",
        "\"planned\" : 1               | \"planned\" : -1             | trials.planned is -1, must"
            + " be a whole number of 0 or more",
        "2026-01-02T03:04:05Z          | yesterday                    | started is \"yesterday\","
            + " must be a time such as 2026-01-02T03:04:05Z",
        "\"arithmetics\" : [           | \"arithmetics\" : [ 3,       | arithmetics is [3,",
        "\"kernel\"                    | \"colonel\"                  | arithmetics[0].kernel is"
            + " missing",
      })
  void namesThePartOfAManifestThatIsWrong(String right, String wrong, String problem)
      throws IOException {
    run(1, TestTrials.result(0));
    Path file = folder.resolve("run.json");
    assertThat(file).content().contains(right);
    Files.writeString(file, Files.readString(file).replace(right, wrong));

    assertThatThrownBy(() -> RunReader.open(folder.toString(), CONFIGURATION))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageStartingWith(folder + "/run.json is not a manifest of a run: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                   | it is empty",
        "{\"trials\": 3         | it breaks off in line 1",
        "{}                   | a part of it is missing",
        "{\"trials\": \"many\"}   | trials is not what it has to be",
        "{\"best\": {\"bn\": {\"best_epoch\": []}}} | best.bn.best_epoch is not what it has to be",
      })
  void tellsInPlainWordsWhatIsWrongWithASummary(String json, String problem) throws IOException {
    run(1, TestTrials.result(0));
    Files.writeString(folder.resolve("summary.json"), json);

    assertThatThrownBy(() -> RunReader.open(folder.toString(), CONFIGURATION).summary())
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(folder + "/summary.json is not the summary of a run: " + problem);
  }

  /** As opposed to a manifest that is none. */
  @Test
  void failsToReadAManifestThatTheDiskDoesNotGive() throws IOException {
    run(1, TestTrials.result(0));
    FailingFileSystem disk = new FailingFileSystem(0);
    RunFiles files = FilesOn.disk(folder.toString(), disk);

    disk.failRead(0);
    assertThatThrownBy(() -> RunJson.read(files))
        .isExactlyInstanceOf(StoreException.class)
        .hasMessage("cannot read " + folder + "/run.json: Input/output error");
    disk.failReading();
    assertThatThrownBy(() -> RunJson.read(files))
        .isExactlyInstanceOf(StoreException.class)
        .hasMessage("cannot read " + folder + "/run.json: Input/output error");
  }

  @Test
  void refusesToReadCurvesThatAreDamaged() throws IOException {
    run(1, TestTrials.result(0));
    Files.writeString(folder.resolve("curves.parquet"), "PAR1");

    assertThatThrownBy(this::readTrials)
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot read " + folder + "/curves.parquet: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"curves.parquet", "activations.parquet"})
  void damagedTablesLeaveNoFileOpen(String damaged) throws IOException {
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      writer.add(TestTrials.recorded(0));
    }
    try (RunFolder open = open()) {
      open.finish(open.ledger(PROVENANCE), TestTrials.grid(1), TestTrials.WITH_ACTIVATIONS);
    }
    byte[] bytes = Files.readAllBytes(folder.resolve(damaged));
    // In the first page, so that the footer is read and the file open.
    for (int i = 40; i < 60; i++) {
      bytes[i] ^= 1;
    }
    Files.write(folder.resolve(damaged), bytes);
    FailingFileSystem disk = new FailingFileSystem(0);
    RunFiles files = FilesOn.disk(folder.toString(), disk);
    TrialTimes times = TrialTimes.read(files);

    assertThatThrownBy(
            () ->
                new CurveReader(files, times, new RecordedReader(files, Recordings.ALL), Map.of())
                    .close())
        .isInstanceOf(Exception.class);
    assertThat(disk.opened()).isZero();
  }
}
