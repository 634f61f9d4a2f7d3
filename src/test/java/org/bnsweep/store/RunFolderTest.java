package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bnsweep.nn.Activation;
import org.bnsweep.nn.WeightScale;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.Hyperparameters;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.OptimizerKind;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
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
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(
            folder
                + " holds thesis.tex and no run; choose another --out, or write a run beside it"
                + " with --overwrite");
    assertThat(files()).containsExactly("thesis.tex");
  }

  @Test
  void continuesARunThatHasFilesOfTheUserBesideIt() throws IOException {
    run(1, TestTrials.result(0));
    Files.writeString(folder.resolve("notes.txt"), "mine");

    RunInfo info = run(2, TestTrials.result(1));

    assertThat(info.trials().planned()).isEqualTo(2);
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void writesTheSameResultsAgainWhenThereIsNothingToTrain() throws IOException {
    String fingerprint = run(1, TestTrials.result(0)).fingerprint();
    byte[] curves = Files.readAllBytes(folder.resolve("curves.parquet"));

    assertThat(run(1).fingerprint()).isEqualTo(fingerprint);
    assertThat(folder.resolve("curves.parquet")).hasBinaryContent(curves);
    assertThat(files()).hasSize(7);
  }

  @Test
  void startsAgainWithoutTouchingAFileThatIsNotOfARun() throws IOException {
    run(1, TestTrials.result(0));
    List<String> foreign =
        List.of(
            "notes.txt", "trials/part-9.parquet", "trials/x.txt", ".hidden.tmp", "sub/run.json");
    for (String name : foreign) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "mine");
    }
    List<String> ours =
        List.of("report.html", "accuracy.png", ".curves.parquet.tmp", "trials/.part-1.parquet.tmp");
    for (String name : ours) {
      Files.writeString(folder.resolve(name), "old");
    }

    try (RunFolder open = open(OnExisting.OVERWRITE)) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(ledger.trained()).isZero();
      ledger.writer().close();
    }

    // A temporary name that no part has is not ours either.
    assertThat(files())
        .containsExactlyInAnyOrder(
            "notes.txt",
            "trials/part-9.parquet",
            "trials/x.txt",
            ".hidden.tmp",
            "sub/run.json",
            "trials/.part-1.parquet.tmp");
  }

  @Test
  void numbersTheFirstPartOfANewStartAsThatOfANewFolder() throws IOException {
    run(1, TestTrials.result(0));

    try (RunFolder open = open(OnExisting.OVERWRITE);
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      writer.add(TestTrials.result(1));
    }

    assertThat(files())
        .singleElement()
        .asString()
        .matches("trials/part-000001-[0-9a-f]{8}\\.parquet");
  }

  @Test
  void startsAgainWithOtherData() {
    run(1, TestTrials.result(0));
    Provenance other = new Provenance("data-2", "numerics-1", 20, TestTrials.EPOCHS);

    try (RunFolder open = open(OnExisting.OVERWRITE)) {
      Ledger ledger = open.ledger(other);
      try (LedgerWriter writer = ledger.writer()) {
        writer.add(TestTrials.result(0));
      }
      assertThat(open.finish(ledger, TestTrials.grid(1), DETAILS).provenance()).isEqualTo(other);
    }
  }

  @Test
  void leavesTheOldRunWhereTheNewOneIsGivenUpBeforeItWrites() throws IOException {
    run(1, TestTrials.result(0));
    List<String> before = files();

    try (RunFolder open = open(OnExisting.OVERWRITE)) {
      assertThat(open.ledger(PROVENANCE).trained()).isZero();
    }

    assertThat(files()).isEqualTo(before);
    assertThat(read()).extracting(RecordedTrial::result).containsExactly(TestTrials.result(0));
  }

  @Test
  void leavesNoFolderThatItMadeForNothing() {
    try (RunFolder open = open(OnExisting.RESUME)) {
      open.ledger(PROVENANCE).writer().close();
      assertThat(folder.resolve("trials")).isDirectory();
    }

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void keepsFoldersThatWereThereOrAreNotEmpty() throws IOException {
    Files.createDirectories(folder);
    open(OnExisting.RESUME).close();
    assertThat(folder).isEmptyDirectory();

    Files.delete(folder);
    try (RunFolder open = open(OnExisting.RESUME)) {
      assertThat(open.files().exists("trials")).isTrue();
      Files.writeString(folder.resolve("notes.txt"), "written meanwhile");
    }
    assertThat(files()).containsExactly("notes.txt");
    assertThat(folder.resolve("trials")).doesNotExist();

    Files.createDirectory(folder.resolve("trials"));
    open(OnExisting.RESUME).close();
    assertThat(folder.resolve("trials")).isEmptyDirectory();
  }

  @Test
  void leavesNoFolderWhereTheLockCannotBeWritten() throws IOException {
    RunFiles files =
        new RunFiles(
            folder.toString(),
            new FailingFileSystem(0) {
              @Override
              public File pathToFile(org.apache.hadoop.fs.Path path) {
                // Where the lock is asked for, nothing can be made.
                File file = super.pathToFile(path);
                return file.getName().equals(LocalLock.NAME) ? new File(file, "x") : file;
              }
            });

    assertThatThrownBy(() -> RunFolder.open(files, OnExisting.RESUME, step -> {}, warnings::add))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot write to the run folder " + folder + ": ");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void removesWhatACrashedRunLeftHalfWritten() throws IOException {
    run(1, TestTrials.result(0));
    Files.writeString(folder.resolve(".curves.parquet.tmp"), "half");
    Files.writeString(folder.resolve("trials/.part-000002-0123abcd.parquet.tmp"), "half");

    run(1);

    assertThat(files()).hasSize(7).noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void refusesAFile() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "x");

    assertThatThrownBy(() -> open(OnExisting.OVERWRITE))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(folder + " is a file, but --out must be a folder or a name that is free");
  }

  @Test
  void refusesAFolderThatCannotBeMade() throws IOException {
    Files.createDirectories(folder.getParent().getParent());
    Files.writeString(folder.getParent(), "a file where a folder should be");

    assertThatThrownBy(() -> open(OnExisting.RESUME))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageStartingWith("cannot ")
        .hasMessageContaining(folder.toString())
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesALocationThatIsNone() {
    assertThatThrownBy(() -> RunFiles.at("nowhere://x/y", CONFIGURATION))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(
            "cannot open the run folder nowhere://x/y: No FileSystem for scheme \"nowhere\"");
    assertThatThrownBy(() -> RunFiles.at("", CONFIGURATION))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage("cannot open the run folder : Can not create a Path from an empty string");
  }

  @Test
  void refusesASecondRunAndFreesTheFolderAtTheEnd() {
    try (RunFolder first = open(OnExisting.RESUME)) {
      assertThat(first.files().location()).isEqualTo(folder.toString());
      assertThatThrownBy(() -> open(OnExisting.OVERWRITE))
          .isInstanceOf(RunRefusedException.class)
          .hasMessageMatching(
              "another run is writing to .*/runs/one since 20\\d\\d-[0-9T:-]+Z;"
                  + " wait for its end, or choose another --out");
    }
    open(OnExisting.RESUME).close();
  }

  @Test
  void writesTheSummaryAsCsv() throws IOException {
    run(2, TestTrials.result(0), TestTrials.failed(1, "=boom,\"x\""));

    String settings = "normal,1.0,0.01,10,4x3,relu,0.25,0.1,sgd,20,3,0,";
    String failed = "normal,0.1,0.01,10,4x3,relu,0.25,0.1,sgd,20,3,1,";
    assertThat(folder.resolve("summary.csv"))
        .hasContent(
            String.join(
                "\r\n",
                "trial_id,weight_init,weight_scale,learning_rate,batch_size,hidden,activation,"
                    + "dropout,weight_decay,optimizer,train_size,epochs,seed,network,status,"
                    + "diverged_epoch,final_accuracy,best_accuracy,best_epoch,first_epoch_50,"
                    + "first_epoch_90,area_under_curve,final_test_accuracy,best_test_accuracy,"
                    + "seconds,message",
                TestTrials.id(0) + "," + settings + "bn,ok,,0.25,0.25,2,,,0.125,,,1.5,",
                TestTrials.id(0) + "," + settings + "plain,ok,,0.3125,0.3125,2,,,0.1875,,,1.5,",
                TestTrials.id(1) + "," + failed + "bn,failed,,,,,,,,,,0.25,\"'=boom,\"\"x\"\"\"",
                TestTrials.id(1) + "," + failed + "plain,failed,,,,,,,,,,0.25,\"'=boom,\"\"x\"\"\"",
                ""));
  }

  @Test
  void writesPairsAndSettingsAsCsv() throws IOException {
    run(2, TestTrials.result(0), TestTrials.failed(1, "boom"));

    assertThat(Files.readAllLines(folder.resolve("pairs.csv")))
        .hasSize(2)
        .last()
        .asString()
        .endsWith(",0,-0.0625,-0.0625,,,-0.0625,,");
    assertThat(Files.readAllLines(folder.resolve("settings.csv")))
        .hasSize(7)
        .contains(
            "normal,1.0,0.01,10,4x3,relu,0.25,0.1,sgd,20,3,difference,1,0,,,,"
                + "-0.0625,,,,-0.0625,,,,-0.0625,,,,,,,")
        .contains("normal,0.1,0.01,10,4x3,relu,0.25,0.1,sgd,20,3,bn,0,1,0,0,0,,,,,,,,,,,,,,,,");
  }

  @Test
  void readsTheAnswersBack() {
    run(2, TestTrials.result(0), TestTrials.result(1));

    SweepSummary summary = RunReader.open(folder.toString(), CONFIGURATION).summary();

    assertThat(summary.trials()).isEqualTo(2);
    assertThat(summary.best().bn()).isEqualTo(new SweepSummary.Best(TestTrials.id(1), 0.3125, 2));
    assertThat(summary.trainableRanges().get(0).testedDecades()).isEqualTo(1);
    assertThat(summary.generalizationGap()).isNull();
  }

  @Test
  void readsARunThatWasPassedOnWithoutItsLedger() throws IOException {
    run(1, TestTrials.result(0));
    try (Stream<Path> parts = Files.list(folder.resolve("trials"))) {
      for (Path part : parts.toList()) {
        Files.delete(part);
      }
    }
    Files.delete(folder.resolve("trials"));

    List<RecordedTrial> trials = read();

    assertThat(trials.get(0).result().outcome()).isEqualTo(TestTrials.result(0).outcome());
    assertThat(trials.get(0).result().seconds()).isNaN();
  }

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

  /** As opposed to a manifest that is none. */
  @Test
  void failsToReadAManifestThatTheDiskDoesNotGive() throws IOException {
    run(1, TestTrials.result(0));
    FailingFileSystem disk = new FailingFileSystem(0);
    RunFiles files = new RunFiles(folder.toString(), disk);

    disk.failRead(0);
    assertThatThrownBy(() -> RunJson.read(files))
        .isExactlyInstanceOf(StoreException.class)
        .hasMessage("cannot read " + folder + "/run.json: Connection reset");
    disk.failReading();
    assertThatThrownBy(() -> RunJson.read(files))
        .isExactlyInstanceOf(StoreException.class)
        .hasMessage("cannot read " + folder + "/run.json: Input/output error");
  }

  @Test
  void refusesToReadCurvesThatAreDamaged() throws IOException {
    run(1, TestTrials.result(0));
    Files.writeString(folder.resolve("curves.parquet"), "PAR1");

    assertThatThrownBy(this::read)
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot read " + folder + "/curves.parquet: ");
  }

  @Test
  void namesTheColumnsOfTheCurvesAsTheConfigurationDoes() {
    assertThat(CurvesTable.SCHEMA.getFields())
        .extracting(field -> field.getName())
        .containsExactly(
            "trial_id",
            "weight_init",
            "weight_scale",
            "learning_rate",
            "batch_size",
            "hidden",
            "activation",
            "dropout",
            "weight_decay",
            "optimizer",
            "train_size",
            "epochs",
            "seed",
            "network",
            "epoch",
            "iteration",
            "train_accuracy",
            "test_accuracy",
            "train_loss",
            "status",
            "diverged_epoch");
  }

  @Test
  void keepsInitializersThatAreNoNumberAndTestAccuracies() {
    Hyperparameters some = TestTrials.settings(1, 0.01, 4294967295L);
    Trial trial =
        new Trial(
            TestTrials.id(0),
            new Hyperparameters(
                new WeightScale(WeightScale.Init.XAVIER, Double.NaN),
                some.learningRate(),
                some.batchSize(),
                List.of(7),
                Activation.SIGMOID,
                0,
                0,
                OptimizerKind.ADAM,
                some.seed()));
    NetworkCurve tested =
        new NetworkCurve(List.of(new Point(0, 0, -0.0, 0.5, 0.25)), NetworkCurve.NEVER);
    TrialResult result =
        new TrialResult(trial, new TrialResult.Trained(new PairCurves(tested, tested)), 1);
    try (RunFolder open = open(OnExisting.RESUME)) {
      Ledger ledger = open.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        writer.add(result);
      }
      open.finish(ledger, TestTrials.grid(1, index -> trial), DETAILS);
    }

    assertThat(read()).extracting(RecordedTrial::result).containsExactly(result);
  }
}
