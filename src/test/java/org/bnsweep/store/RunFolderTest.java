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
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.bnsweep.store.files.FailingFileSystem;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.RecordedTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Opening a folder: what is refused, kept, removed. */
class RunFolderTest extends InRunFolder {
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
        List.of(
            "report.html",
            "accuracy.png",
            ".run.json.before",
            ".curves.parquet.tmp",
            "trials/.part-1.parquet.tmp");
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
    assertThat(readTrials())
        .extracting(RecordedTrial::result)
        .containsExactly(TestTrials.result(0));
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

  /** It would take time, and Ctrl-C would end it first. */
  @Test
  void startsNoProcessToMakeFoldersAndFiles() throws IOException {
    Path file = temporary.resolve("processes.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      run(1, TestTrials.result(0));
      recording.stop();
      recording.dump(file);
    }

    assertThat(folder.resolve("run.json")).exists();
    assertThat(RecordingFile.readAllEvents(file))
        .extracting(event -> event.getString("command"))
        .isEmpty();
  }

  @Test
  void leavesNoFolderWhereTheLockCannotBeWritten() throws IOException {
    RunFiles files =
        FilesOn.disk(
            folder.toString(),
            new FailingFileSystem(0) {
              @Override
              public File pathToFile(org.apache.hadoop.fs.Path path) {
                // Where the lock is asked for, nothing can be made.
                File file = super.pathToFile(path);
                return FilesOn.isLock(file.getName()) ? new File(file, "x") : file;
              }
            });

    assertThatThrownBy(
            () ->
                RunFolder.open(
                    files, OnExisting.RESUME, Locking.REQUIRED, step -> {}, warnings::add))
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
  @DisabledOnOs(OS.WINDOWS)
  void leavesAloneALinkThatLeadsNowhere() throws IOException {
    Files.createDirectories(folder.getParent());
    Path link = Files.createSymbolicLink(folder, Path.of("/not/mounted"));
    for (String out : new String[] {link.toString(), link + "/sub"}) {
      assertThatThrownBy(
              () ->
                  RunFolder.open(
                      out, CONFIGURATION, OnExisting.OVERWRITE, Locking.REQUIRED, warning -> {}))
          .isInstanceOf(RunRefusedException.class)
          .hasMessage(
              "cannot write to the run folder "
                  + out
                  + ": "
                  + link
                  + " is a link to /not/mounted, where nothing is;"
                  + " mount it, or choose another --out");
    }

    assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("/not/mounted"));
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
}
