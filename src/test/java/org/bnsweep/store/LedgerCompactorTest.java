package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.Test;

/** Merging of small parts. */
class LedgerCompactorTest extends InRunFolder {
  @Test
  void mergesManySmallPartsAndKeepsEveryTrial() throws IOException {
    TrialResult[] results =
        LongStream.range(0, 9).mapToObj(TestTrials::result).toArray(TrialResult[]::new);
    record(results);
    try (RunFolder open = open()) {
      new LedgerCompactor(open.ledger(PROVENANCE), 10).compactIfMany();
      assertThat(parts()).hasSize(9);
      new LedgerCompactor(open.ledger(PROVENANCE), 9).compactIfMany();
      assertThat(parts()).hasSize(1);
    }

    finish(9);
    assertThat(read()).containsExactly(results);
  }

  @Test
  void mergesTheOldestOfManyPartsThatDoNotAllFitTogether() throws IOException {
    TrialResult[] results =
        LongStream.range(0, 9).mapToObj(TestTrials::result).toArray(TrialResult[]::new);
    record(results);
    List<Path> before = parts();
    long largest = 0;
    for (Path part : before) {
      largest = Math.max(largest, Files.size(part));
    }

    try (RunFolder open = open()) {
      new LedgerCompactor(open.ledger(PROVENANCE), 9, 2 * largest - 1).compactIfMany();
      assertThat(parts()).as("too large to be merged").hasSize(9);
      new LedgerCompactor(open.ledger(PROVENANCE), 9, 4 * largest).compactIfMany();
    }

    assertThat(parts()).hasSize(6).startsWith(before.subList(4, 9).toArray(Path[]::new));
    finish(9);
    assertThat(read()).containsExactly(results);
  }
}
