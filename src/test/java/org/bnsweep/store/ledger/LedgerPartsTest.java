package org.bnsweep.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bnsweep.store.InRunFolder;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.FailingFileSystem;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.ledger.LedgerParts.DamagedPartException;
import org.bnsweep.store.table.Row;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts on a disk that fails for a moment. */
class LedgerPartsTest {
  private static final int TRIALS = 3;

  @TempDir Path temporary;
  private FailingFileSystem disk;
  private RunFiles files;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void record() throws IOException {
    disk = new FailingFileSystem(1 << 20);
    files = FilesOn.disk(temporary.resolve("run").toString(), disk);
    try (RunFolder open = open();
        LedgerWriter writer = open.ledger(PROVENANCE).writer()) {
      for (int i = 0; i < TRIALS; i++) {
        writer.add(TestTrials.result(i));
      }
    }
  }

  private RunFolder open() {
    CommitHook none = step -> {};
    return InRunFolder.open(files, OnExisting.RESUME, none, warnings::add);
  }

  /** The trials found when read number {@code index} of the ledger fails. */
  private long trainedWithFailingRead(int index) {
    try (RunFolder open = open()) {
      disk.failRead(index);
      return open.ledger(PROVENANCE).trained();
    }
  }

  @Test
  void keepsASoundPartWhicheverReadFailsOnce() {
    assertThat(trainedWithFailingRead(Integer.MAX_VALUE)).isEqualTo(TRIALS);
    int reads = disk.reads();
    assertThat(reads).isGreaterThan(2);

    for (int index = 0; index < reads; index++) {
      assertThat(trainedWithFailingRead(index)).as("read %d", index).isEqualTo(TRIALS);
      assertThat(disk.reads()).as("tried again").isGreaterThan(reads);
    }
    assertThat(warnings).isEmpty();
  }

  /** A decoder that fails at its call number {@code first}, and {@code times} in all. */
  private static Function<Row, TrialResult> failing(int first, int times) {
    int[] calls = {0};
    return row -> {
      int call = calls[0]++;
      if (call >= first && call < first + times) {
        throw new IllegalStateException("half a page");
      }
      return TrialRowCodec.read(row);
    };
  }

  private List<TrialResult> visit(Function<Row, TrialResult> decoder) throws Exception {
    LedgerParts parts = new LedgerParts(files);
    List<TrialResult> visited = new ArrayList<>();
    parts.forEach(parts.names().get(0), TrialRowCodec.SCHEMA, decoder, visited::add);
    return visited;
  }

  @Test
  void handsOutEveryRowOnceThoughReadingFailedInTheMidst() throws Exception {
    assertThat(visit(failing(1, 1)))
        .containsExactly(TestTrials.result(0), TestTrials.result(1), TestTrials.result(2));
  }

  @Test
  void takesAPartForDamagedThatFailsTwice() {
    assertThatThrownBy(() -> visit(failing(1, 2)))
        .isInstanceOf(DamagedPartException.class)
        .hasMessage("half a page");
  }
}
