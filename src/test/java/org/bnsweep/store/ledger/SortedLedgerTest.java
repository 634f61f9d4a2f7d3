package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.EPOCHS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.bnsweep.store.InRunFolder;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.store.trial.TrialOrder;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedLedgerTest {
  @TempDir Path folder;

  @Test
  void handsOutTheGridsOrderWindowByWindow() throws IOException {
    int size = 103;
    List<Long> order = new ArrayList<>(LongStream.range(0, size + 20).boxed().toList());
    Collections.shuffle(order, new Random(3));
    RunFiles files = RunFiles.at(folder.toString(), CONFIGURATION);
    List<RecordedTrial> sorted = new ArrayList<>();
    CommitHook none = step -> {};
    try (RunFolder open =
        InRunFolder.open(files, OnExisting.RESUME, none, warning -> assertThat(warning).isNull())) {
      Ledger ledger = open.ledger(PROVENANCE);
      for (int part = 0; part < 3; part++) {
        try (LedgerWriter writer = ledger.writer()) {
          order.subList(41 * part, 41 * (part + 1)).forEach(i -> writer.add(TestTrials.result(i)));
        }
      }
      new SortedLedger(
              ledger.parts(),
              PROVENANCE,
              TrialOrder.of(TestTrials.grid(size)),
              Recordings.NONE,
              10 * 2 * EPOCHS)
          .forEach(sorted::add);
    }

    assertThat(sorted)
        .isEqualTo(
            LongStream.range(0, size)
                .mapToObj(i -> new RecordedTrial(i, TestTrials.result(i), 20, EPOCHS))
                .toList());
  }
}
