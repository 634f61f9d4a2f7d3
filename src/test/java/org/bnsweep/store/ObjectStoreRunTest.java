package org.bnsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.files.ObjectStore;
import org.bnsweep.store.files.ObjectStore.Conditions;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.CommitHook;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.sweep.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run folder in an object store, whose fake refuses all that S3 has not. */
class ObjectStoreRunTest {
  private final List<String> warnings = new ArrayList<>();
  private ObjectStore store;
  private RunFiles files;

  @BeforeEach
  void openTheStore() throws IOException {
    store = new ObjectStore("s3a", Conditions.HEEDED);
    files = FilesOn.disk("s3a://bucket/runs/one", store);
  }

  private RunFolder open(OnExisting onExisting, CommitHook hook) {
    return RunFolder.open(files, onExisting, Locking.REQUIRED, hook, warnings::add);
  }

  private RunInfo run(int size, TrialResult... results) {
    try (RunFolder folder = open(OnExisting.RESUME, step -> {})) {
      Ledger ledger = folder.ledger(PROVENANCE);
      try (LedgerWriter writer = ledger.writer()) {
        for (TrialResult result : results) {
          writer.add(result);
        }
      }
      return folder.finish(ledger, TestTrials.grid(size), DETAILS);
    }
  }

  private List<TrialResult> read() {
    List<TrialResult> results = new ArrayList<>();
    new RunReader(files).forEachTrial(trial -> results.add(trial.result()));
    return results;
  }

  private List<String> parts() {
    return store.names().stream().filter(name -> name.contains("/trials/")).toList();
  }

  @Test
  void isFreeAfterARunThatWasInterrupted() {
    RunFolder folder = open(OnExisting.RESUME, step -> {});
    Thread.currentThread().interrupt();

    folder.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.names()).isEmpty();
  }

  @Test
  void holdsARunWhoseFilesAppearEachByOnePut() {
    run(1, TestTrials.result(0));

    assertThat(store.puts()).doesNotHaveDuplicates();
    assertThat(new HashSet<>(store.puts())).isEqualTo(new HashSet<>(store.names()));
    assertThat(store.names())
        .noneMatch(name -> name.contains("/."))
        .noneMatch(n -> n.endsWith("/"));
    assertThat(store.puts()).last().isEqualTo("runs/one/run.json");

    run(2, TestTrials.result(1));

    assertThat(read()).containsExactly(TestTrials.result(0), TestTrials.result(1));
    assertThat(parts()).hasSize(2);
    assertThat(warnings).isEmpty();
  }

  @Test
  void leavesNothingIfNothingIsWritten() {
    open(OnExisting.RESUME, step -> {}).close();

    assertThat(store.names()).isEmpty();
  }

  @Test
  void startsAnew() {
    run(2, TestTrials.result(0), TestTrials.result(1));

    try (RunFolder folder = open(OnExisting.OVERWRITE, step -> {});
        LedgerWriter writer = folder.ledger(PROVENANCE).writer()) {
      writer.add(TestTrials.result(0));
    }

    assertThat(store.names()).hasSize(1).isEqualTo(parts());
  }

  @ParameterizedTest
  @EnumSource(
      value = CommitHook.Step.class,
      names = {"WRITTEN", "CLOSED", "RENAMED"})
  void hasAPartOnceItsCommitIsDoneAndNothingOfItBefore(CommitHook.Step last) {
    run(1, TestTrials.result(0));
    List<String> seen = new ArrayList<>();

    try (RunFolder folder =
            open(
                OnExisting.RESUME,
                step -> {
                  if (step == last) {
                    seen.addAll(parts());
                    throw new IOException("power cut");
                  }
                });
        LedgerWriter writer = folder.ledger(PROVENANCE).writer()) {
      writer.add(TestTrials.result(1));
      assertThatThrownBy(writer::close).isInstanceOf(StoreException.class);
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("power cut");
    }

    int there = last == CommitHook.Step.RENAMED ? 2 : 1;
    assertThat(seen).hasSize(there);
    assertThat(parts()).hasSize(there);
    run(2, TestTrials.result(1));
    assertThat(read()).containsExactly(TestTrials.result(0), TestTrials.result(1));
  }

  @Test
  void losesNothingIfTheStoreFails() {
    run(1, TestTrials.result(0));
    List<String> before = store.names();

    assertThatThrownBy(
            () -> {
              try (RunFolder folder = open(OnExisting.RESUME, step -> {});
                  LedgerWriter writer = folder.ledger(PROVENANCE).writer()) {
                store.fail();
                writer.add(TestTrials.result(1));
              }
            })
        .isInstanceOf(StoreException.class)
        .hasMessageMatching(
            "cannot write s3a://bucket/runs/one/trials/part-000002-[0-9a-f]{8}.parquet: 503 Slow"
                + " Down; trials recorded before are safe, the same command resumes");
    assertThat(store.names()).isEqualTo(before);
  }

  @Test
  void setsADamagedPartAsideWithoutARename() {
    run(1, TestTrials.result(0));
    String part = parts().get(0);
    store.put(part, "PAR1");

    run(1, TestTrials.result(0));

    assertThat(warnings).hasSize(1);
    assertThat(parts()).hasSize(2).contains(part + ".damaged").doesNotContain(part);
  }
}
