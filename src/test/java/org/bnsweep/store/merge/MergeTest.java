package org.bnsweep.store.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.store.GridPart;
import org.bnsweep.store.InRunFolder;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunDetails;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.FailingFileSystem;
import org.bnsweep.store.files.FilesOn;
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.Shard;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.Test;

class MergeTest extends WithMadeUpRuns {
  @Test
  void fourShardsHaveTheFilesOfTheWholeGridBitForBit() throws IOException {
    run("whole", TestTrials.grid(2000), WithMadeUpRuns::result);
    RunReader[] shards = {
      shard(3, 4, 2000), shard(1, 4, 2000), shard(4, 4, 2000), shard(2, 4, 2000)
    };

    merge("merged", shards);

    isTheSameRun("merged", "whole");
    assertThat(reader("merged").info().trials().planned()).isEqualTo(2000);
  }

  @Test
  void shardsOfOtherNumbersAndThoseMergedBeforeAddUp() throws IOException {
    run("whole", TestTrials.grid(101), WithMadeUpRuns::result);
    RunInfo some = merge("some", shard(1, 2, 101), shard(4, 4, 101));

    assertThat(some.lineage().part()).hasValue(new GridPart(new Shard(List.of(1, 3, 4), 4), 101));
    assertThat(some.trials().planned()).isEqualTo(76);

    RunInfo all = merge("all", shard(2, 4, 101), reader("some"));

    isTheSameRun("all", "whole");
    assertThat(all.lineage().merged())
        .extracting(run -> run.name() + " " + run.trials())
        .containsExactly("shard-2-4 25", "shard-1-2 51", "shard-4-4 25");
    assertThat(Files.readAllLines(temporary.resolve("all/origins.csv")))
        .startsWith(
            "trial_id,run",
            TestTrials.id(0) + ",2",
            TestTrials.id(1) + ",1",
            TestTrials.id(2) + ",2",
            TestTrials.id(3) + ",3")
        .hasSize(102);
  }

  @Test
  void runsOfSeveralGridsFollowEachOtherEachTrialOnce() throws IOException {
    RunReader first = run("first", TestTrials.grid(5), WithMadeUpRuns::result);
    RunReader second =
        run(
            "second",
            TestTrials.grid(8, index -> TestTrials.trial(index + 2)),
            WithMadeUpRuns::result,
            Lineage.NONE,
            new Made("b", PROVENANCE, Recordings.NONE));

    RunInfo info = merge("merged", first, second);

    assertThat(trials(reader("merged")))
        .extracting(trial -> trial.trial().hyperparameters().seed())
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(trials(reader("merged")).get(4).arithmetic().orElseThrow().kernel())
        .isEqualTo("Haswell");
    assertThat(info.settings())
        .isEqualTo(
            MAPPER.readTree(
                "{\"name\": \"first\", \"merged\": [{\"grid\": {\"is\": \"a\"}}, {\"grid\":"
                    + " {\"is\": \"b\"}}]}"));
    assertThat(info.lineage().part()).isEmpty();
    assertThat(reader("merged").info()).isEqualTo(info);
  }

  @Test
  void curvesCountBeforeAFailure() {
    RunReader failed = run("failed", TestTrials.grid(2), i -> TestTrials.failed(i, "no disk"));
    RunReader trained = run("trained", TestTrials.grid(2), TestTrials::result);

    RunInfo info = merge("merged", failed, trained);

    assertThat(info.trials().failed()).isZero();
    assertThat(info.lineage().merged()).extracting(run -> run.trials()).containsExactly(0L, 2L);
    assertThat(trials(reader("merged")))
        .extracting(RecordedTrial::result)
        .containsExactly(TestTrials.result(0), TestTrials.result(1));
  }

  @Test
  void aMergeIsTheSameAgainAndGrows() throws IOException {
    RunReader first = shard(1, 3, 30);
    RunReader second = shard(2, 3, 30);
    merge("merged", first, second);
    Map<String, byte[]> before = files("merged");
    List<Path> parts = parts("merged");

    merge("merged", first, second);

    assertThat(files("merged"))
        .hasSize(before.size())
        .allSatisfy((file, bytes) -> assertThat(bytes).as(file).isEqualTo(before.get(file)));
    assertThat(parts("merged")).isEqualTo(parts);

    run("whole", TestTrials.grid(30), WithMadeUpRuns::result);
    merge("merged", first, second, shard(3, 3, 30));
    isTheSameRun("merged", "whole");
  }

  private List<Path> parts(String name) throws IOException {
    try (Stream<Path> list = Files.list(temporary.resolve(name + "/trials"))) {
      return list.sorted().toList();
    }
  }

  @Test
  void anInterruptedMergeGoesOn() throws Exception {
    run("whole", TestTrials.grid(40), WithMadeUpRuns::result);
    RunReader first = shard(1, 2, 40);
    RunReader second = shard(2, 2, 40);
    try (RunFolder folder = open("merged", OnExisting.RESUME)) {
      Merge merge = Merge.of(List.of(first, second));
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> merge.writeTo(folder)).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
    }
    // As killed in its midst: some of its trials are there, and no run.json.
    try (RunFolder folder = open("merged", OnExisting.RESUME);
        LedgerWriter writer = folder.ledger(PROVENANCE).writer()) {
      LongStream.range(0, 9).forEach(i -> writer.add(result(i)));
    }

    merge("merged", first, second);

    isTheSameRun("merged", "whole");
  }

  /** Such as by a kill, while {@code run} writes them. */
  @Test
  void aMergedRunStaysOneIfItsNextResultsAreCutShort() throws IOException {
    RunInfo merged = merge("merged", shard(1, 2, 3), shard(2, 2, 3));
    RunDetails details =
        new RunDetails(
            "again",
            merged.settings(),
            Map.of(),
            Instant.EPOCH,
            3,
            Recordings.NONE,
            "",
            ClassCounts.UNKNOWN,
            Lineage.NONE,
            Optional.empty());
    RunFiles full = FilesOn.disk(path("merged"), new FailingFileSystem(0));
    try (RunFolder folder = InRunFolder.open(full, OnExisting.RESUME, step -> {}, line -> {})) {
      Ledger ledger = folder.ledger(PROVENANCE);
      assertThatThrownBy(() -> folder.finish(ledger, TestTrials.grid(3), details))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("cannot write the results to " + path("merged"));
    }
    assertThat(temporary.resolve("merged/run.json")).doesNotExist();

    try (RunFolder folder = open("merged", OnExisting.RESUME)) {
      folder.finish(folder.ledger(PROVENANCE), TestTrials.grid(3), details);
    }

    RunInfo again = reader("merged").info();
    assertThat(again.lineage().merged()).isEqualTo(merged.lineage().merged()).hasSize(2);
    assertThat(again.started()).isEqualTo(merged.started());
    assertThat(again.finished()).isEqualTo(merged.finished());
    assertThat(again.master()).isEqualTo(merged.master());
    assertThat(files("merged")).doesNotContainKey(".run.json.before").containsKey("origins.csv");
  }
}
