package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.EPOCHS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bnsweep.store.InRunFolder;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ledger knows when a run is resumed. */
class LedgerTest extends InRunFolder {
  @Test
  void handsOutEveryTrialThatNeedNotBeTrainedOnce() {
    record(
        TestTrials.result(0),
        TestTrials.failed(1, "boom"),
        TestTrials.result(2),
        TestTrials.result(2),
        TestTrials.result(9));

    List<TrialResult> handed = new ArrayList<>();
    try (RunFolder open = open()) {
      open.ledger(PROVENANCE).forEachTrained(TestTrials.grid(5), Recordings.NONE, handed::add);
    }

    // 9 is none of the grid's.
    assertThat(handed).containsExactly(TestTrials.result(0), TestTrials.result(2));
  }

  @Test
  void knowsWhatIsTrainedAndWhatFailed() {
    record(TestTrials.result(0), TestTrials.failed(1, "boom"));

    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);

      assertThat(ledger.has(TestTrials.result(0))).isTrue();
      assertThat(ledger.has(TestTrials.result(1))).isFalse();
      assertThat(ledger.trained()).isEqualTo(1);
      assertThat(ledger.failed()).isEqualTo(1);
      assertThat(ledger.remaining(TestTrials.grid(3), Recordings.NONE).size()).isEqualTo(2);
      assertThat(ledger.remaining(TestTrials.grid(3), Recordings.NONE).get(0))
          .isEqualTo(TestTrials.trial(1));
    }
  }

  @Test
  void countsATrialThatIsThereTwiceOnce() {
    record(TestTrials.result(0), TestTrials.result(0), TestTrials.result(1));

    assertThat(finish(2).trials().planned()).isEqualTo(2);
    assertThat(read()).containsExactly(TestTrials.result(0), TestTrials.result(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void forgetsAFailureThatSucceededInAnotherPart(boolean failedFirst) {
    TrialResult failed = TestTrials.failed(0, "lost its executor");
    if (failedFirst) {
      record(failed, TestTrials.result(0));
    } else {
      record(TestTrials.result(0), failed);
    }

    assertThat(trained(1)).containsExactly(true);
    assertThat(finish(1).trials().failed()).isZero();
    assertThat(read().get(0).outcome()).isEqualTo(TestTrials.result(0).outcome());
  }

  @Test
  void keepsTrialsThatTheGridDoesNotNameOutOfTheCurves() {
    record(TestTrials.result(0), TestTrials.result(1), TestTrials.result(7));

    finish(2);

    assertThat(read()).containsExactly(TestTrials.result(0), TestTrials.result(1));
    assertThat(trained(8)[7]).isTrue();
  }

  @Test
  void refusesToFinishWhileATrialIsMissing() {
    record(TestTrials.result(0));

    assertThatThrownBy(() -> finish(2))
        .isInstanceOf(StoreException.class)
        .hasMessage("the ledger lacks trial " + TestTrials.id(1) + "; the same command resumes");
    assertThat(folder.resolve("curves.parquet")).doesNotExist();
    assertThat(folder.resolve("run.json")).doesNotExist();
  }

  @Test
  void refusesALedgerOfOtherData() {
    record(TestTrials.result(0));

    try (RunFolder open = open()) {
      assertThatThrownBy(() -> open.ledger(new Provenance("data-2", "numerics-1", 20, EPOCHS)))
          .isInstanceOf(RunRefusedException.class)
          .hasMessage(
              parts().get(0)
                  + " has trials of another data checksum, its own is data-1, this run's is data-2;"
                  + " choose another --out, or start again with --overwrite");
    }
  }

  @Test
  void namesTheTrainSizeIfThatIsAnother() {
    record(TestTrials.result(0));

    try (RunFolder open = open()) {
      assertThatThrownBy(() -> open.ledger(new Provenance("data-2", "numerics-1", 30, EPOCHS)))
          .isInstanceOf(RunRefusedException.class)
          .hasMessage(
              parts().get(0)
                  + " has trials of another train_size, its own is 20, this run's is 30; choose"
                  + " another --out, or start again with --overwrite");
    }
  }

  @Test
  void refusesALedgerOfOtherNumerics() {
    record(TestTrials.result(0));

    try (RunFolder open = open()) {
      assertThatThrownBy(() -> open.ledger(new Provenance("data-1", "numerics-2", 20, EPOCHS)))
          .isInstanceOf(RunRefusedException.class)
          .hasMessage(
              parts().get(0)
                  + " has trials of another numerics version, its own is numerics-1, this run's is"
                  + " numerics-2; choose another --out, or start again with --overwrite");
    }
  }

  @Test
  void refusesALedgerOfALaterFormat() throws IOException {
    record(TestTrials.result(0));
    RunFiles files = RunFiles.at(folder.toString(), TestTrials.CONFIGURATION);
    String name = LedgerParts.name(2, "0123abcd");
    Map<String, String> metadata = new HashMap<>(LedgerParts.metadata(PROVENANCE));
    metadata.put("bnsweep.format", "3");
    new TableWriter(FilesOn.create(files, name), TrialRowCodec.SCHEMA, metadata).close();

    try (RunFolder open = open()) {
      assertThatThrownBy(() -> open.ledger(PROVENANCE))
          .isInstanceOf(RunRefusedException.class)
          .hasMessage(
              folder.resolve(name)
                  + " has trials of another format, its own is 3, this run's is 2;"
                  + " choose another --out, or start again with --overwrite");
    }
  }

  @Test
  void hasTheSameFilesAndBitsWhateverTheOrderAndTheParts() throws IOException {
    record(LongStream.range(0, 6).mapToObj(TestTrials::result).toArray(TrialResult[]::new));
    String bits = finish(6).bits();
    byte[] curves = Files.readAllBytes(folder.resolve("curves.parquet"));
    folder = temporary.resolve("other");
    try (RunFolder open = open()) {
      try (LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
        for (long i : new long[] {5, 2, 0, 1, 4, 3}) {
          writer.add(TestTrials.result(i));
        }
      }
    }

    assertThat(finish(6).bits()).isEqualTo(bits).matches("[0-9a-f]{64}");
    assertThat(folder.resolve("curves.parquet")).hasBinaryContent(curves);
  }

  @Test
  void hasOtherBitsForOneOtherBit() {
    record(TestTrials.result(0));
    String bits = finish(1).bits();
    folder = temporary.resolve("other");
    TrialResult other =
        new TrialResult(
            TestTrials.trial(0),
            Outcomes.trained(
                new PairCurves(TestTrials.curve(0, 0), TestTrials.curve(0, Math.nextUp(0.0625)))),
            1.5);
    record(other);

    assertThat(finish(1).bits()).isNotEqualTo(bits);
  }
}
