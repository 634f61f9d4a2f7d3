package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.EPOCHS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFile;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.table.Row;
import org.bnsweep.store.table.TableReader;
import org.bnsweep.store.table.TableWriter;
import org.bnsweep.store.trial.TrialOrder;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Landscape;
import org.bnsweep.train.Network;
import org.bnsweep.train.Recorded;
import org.bnsweep.train.Recording;
import org.bnsweep.train.Recordings;
import org.bnsweep.train.WeightGradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run keeps of its gradients: through the ledger to the tables. */
class GradientsTest {
  private static final Recordings BOTH = Recordings.of(Recording.GRADIENTS, Recording.LANDSCAPE);

  @TempDir Path folder;

  private static List<WeightGradient> gradients() {
    List<WeightGradient> gradients = new ArrayList<>();
    for (Network network : Network.values()) {
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        for (int layer = 1; layer <= 3; layer++) {
          double norm = network == Network.PLAIN && epoch == 2 ? Double.NaN : 10.0 * epoch + layer;
          gradients.add(new WeightGradient(network, epoch, layer, norm, norm / 100));
        }
      }
    }
    return gradients;
  }

  private static List<Landscape> landscapes() {
    List<Landscape> landscapes = new ArrayList<>();
    for (Network network : Network.values()) {
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        landscapes.add(
            new Landscape(
                network,
                epoch,
                List.of(1.0, 2.0, 3.0, Double.POSITIVE_INFINITY, Double.NaN),
                List.of(0.1, 0.2, 0.3, 0.4, 0.5 + epoch),
                7.0 + epoch));
      }
    }
    return landscapes;
  }

  private static TrialResult with(Recorded recorded) {
    TrialResult result = TestTrials.result(0);
    return new TrialResult(
        result.trial(),
        new Trained(((Trained) result.outcome()).curves(), recorded, Arithmetic.UNKNOWN),
        result.seconds());
  }

  private RunFolder open() {
    return RunFolder.open(
        folder.toString(),
        CONFIGURATION,
        OnExisting.RESUME,
        Locking.REQUIRED,
        line -> {
          throw new AssertionError(line);
        });
  }

  private void record(Recorded recorded) {
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      writer.add(with(recorded));
    }
  }

  /** One row of the ledger has the one, another the other. */
  @Test
  void aTrialHasWhatAllItsRowsHave() throws IOException {
    record(new Recorded(List.of(), gradients(), List.of()));
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(ledger.remaining(TestTrials.grid(1), BOTH).size()).isEqualTo(1);
      assertThat(ledger.remaining(TestTrials.grid(1), Recordings.of(Recording.GRADIENTS)).size())
          .isZero();
    }
    record(new Recorded(List.of(), List.of(), landscapes()));

    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(ledger.trained()).isEqualTo(1);
      assertThat(ledger.remaining(TestTrials.grid(1), BOTH).size()).isZero();
      List<TrialResult> sorted = new ArrayList<>();
      ledger.forEachInOrder(
          TrialOrder.of(TestTrials.grid(1)), BOTH, trial -> sorted.add(trial.result()));
      assertThat(sorted).containsExactly(with(new Recorded(List.of(), gradients(), landscapes())));
      open.finish(ledger, TestTrials.grid(1), TestTrials.keeping(BOTH));
    }
    assertThat(rows(RunFile.GRADIENTS.fileName())).hasSize(2 * EPOCHS * 3);
    assertThat(rows(RunFile.GRADIENTS.fileName()))
        .contains("bn 1 2 12.0 0.12", "plain 0 3 3.0 0.03", "plain 2 1 NaN NaN");
    assertThat(rows(RunFile.LANDSCAPE.fileName())).hasSize(2 * EPOCHS * 5);
    assertThat(rows(RunFile.LANDSCAPE.fileName()))
        .contains(
            "bn 1 0.25 1.0 0.1 8.0", "plain 2 2.0 Infinity 0.4 9.0", "plain 2 4.0 NaN 2.5 9.0");
  }

  /** The page shows neither, so that neither is read. */
  @Test
  void areNotHandedOutWithTrialsThatNeedNotBeTrained() {
    record(new Recorded(List.of(), gradients(), landscapes()));
    List<TrialResult> handed = new ArrayList<>();

    try (RunFolder open = open()) {
      open.ledger(PROVENANCE).forEachTrained(TestTrials.grid(1), BOTH, handed::add);
    }

    assertThat(handed).containsExactly(with(Recorded.NOTHING));
  }

  @Test
  void aRunWhoseLedgerIsFromBeforeThemGoesOn() throws IOException {
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    MessageType old = TrialRowCodec.schema(Recordings.NONE);
    open().close();
    try (TableWriter table =
        new TableWriter(
            FilesOn.create(files, LedgerParts.name(7, "0123abcd")),
            old,
            LedgerParts.metadata(PROVENANCE))) {
      Row row = new Row(old);
      TrialRowCodec.write(row, with(Recorded.NOTHING), PROVENANCE.trainSize(), EPOCHS);
      table.write(row);
    }
    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(ledger.trained()).isEqualTo(1);
      assertThat(ledger.remaining(TestTrials.grid(1), Recordings.NONE).size()).isZero();
      assertThat(ledger.remaining(TestTrials.grid(1), Recordings.of(Recording.GRADIENTS)).size())
          .isEqualTo(1);
    }
    record(new Recorded(List.of(), gradients(), List.of()));

    try (RunFolder open = open()) {
      Ledger ledger = open.ledger(PROVENANCE);
      assertThat(ledger.trained()).isEqualTo(1);
      assertThat(ledger.remaining(TestTrials.grid(1), Recordings.of(Recording.GRADIENTS)).size())
          .isZero();
      open.finish(
          ledger, TestTrials.grid(1), TestTrials.keeping(Recordings.of(Recording.GRADIENTS)));
    }
    assertThat(rows(RunFile.GRADIENTS.fileName())).hasSize(2 * EPOCHS * 3);
    assertThat(folder.resolve(RunFile.LANDSCAPE.fileName())).doesNotExist();
  }

  private List<String> rows(String name) throws IOException {
    boolean gradients = name.equals(RunFile.GRADIENTS.fileName());
    List<String> rows = new ArrayList<>();
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    try (TableReader table =
        new TableReader(
            files.fileSystem(),
            files.path(name),
            TestTrials.schema(gradients ? RunFile.GRADIENTS : RunFile.LANDSCAPE))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        String at = row.text("network") + " " + row.integer("epoch") + " ";
        rows.add(
            gradients
                ? at
                    + row.integer("layer")
                    + " "
                    + row.real("gradient_norm")
                    + " "
                    + row.real("update_ratio")
                : at
                    + row.real("step")
                    + " "
                    + row.real("loss")
                    + " "
                    + row.real("gradient_change")
                    + " "
                    + row.real("smoothness"));
      }
    }
    return rows;
  }

  @Test
  void aRunThatDoesNotAskForThemHasNoTables() {
    record(new Recorded(List.of(), gradients(), landscapes()));
    try (RunFolder open = open()) {
      open.finish(open.ledger(PROVENANCE), TestTrials.grid(1), TestTrials.keeping(BOTH));
      assertThat(folder.resolve(RunFile.GRADIENTS.fileName())).exists();
      assertThat(folder.resolve(RunFile.LANDSCAPE.fileName())).exists();

      open.finish(open.ledger(PROVENANCE), TestTrials.grid(1), DETAILS);
    }

    assertThat(folder.resolve(RunFile.GRADIENTS.fileName())).doesNotExist();
    assertThat(folder.resolve(RunFile.LANDSCAPE.fileName())).doesNotExist();
  }
}
