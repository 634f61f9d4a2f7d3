package org.bnsweep.store.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.assertj.core.api.AbstractThrowableAssert;
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
import org.bnsweep.store.files.RunFiles;
import org.bnsweep.store.files.RunRefusedException;
import org.bnsweep.store.files.StoreException;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.Shard;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Recording;
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
  void keepsActivationsIfAllRunsHaveThem() {
    Made made = new Made("a", PROVENANCE, Recordings.of(Recording.ACTIVATIONS));
    Trials one = TestTrials.grid(1);
    Trials two = TestTrials.grid(1, index -> TestTrials.trial(1));
    RunReader first = run("first", one, TestTrials::recorded, Lineage.NONE, made);
    RunReader second = run("second", two, TestTrials::recorded, Lineage.NONE, made);
    RunReader without = run("without", one, TestTrials::result);

    merge("merged", without, first, second);
    assertThat(reader("merged").recordings()).isEqualTo(Recordings.NONE);

    merge("with", first, second);
    assertThat(trials(reader("with")))
        .extracting(RecordedTrial::result)
        .containsExactly(TestTrials.recorded(0), TestTrials.recorded(1));
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

  @Test
  void namesTrialsWithOtherNumbersAndTakesTheFirst() throws InterruptedException {
    RunReader first = run("first", TestTrials.grid(30), TestTrials::result);
    RunReader second =
        run(
            "second",
            TestTrials.grid(30),
            i -> i < 12 ? withLoss(TestTrials.result(i)) : TestTrials.result(i));

    Merge merge = Merge.of(List.of(first, second));

    assertThat(merge.conflicting()).isEqualTo(12);
    assertThat(merge.conflicts()).hasSize(10);
    assertThat(merge.conflicts().get(1))
        .isEqualTo(
            new Conflict(
                path("first"), trials(first).get(1), path("second"), trials(second).get(1)));
    merge("merged", first, second);
    assertThat(trials(reader("merged"))).isEqualTo(trials(first));
  }

  /** One loss that is larger by its last bit. */
  private static TrialResult withLoss(TrialResult result) {
    PairCurves curves = ((Trained) result.outcome()).curves();
    var points = new ArrayList<>(curves.normalized().points());
    var last = points.remove(points.size() - 1);
    points.add(
        new Point(
            last.epoch(),
            last.iteration(),
            Math.nextUp(last.trainLoss()),
            last.trainAccuracy(),
            last.testAccuracy()));
    var bn = new NetworkCurve(points, curves.normalized().divergedEpoch());
    return new TrialResult(
        result.trial(), new Trained(new PairCurves(bn, curves.plain())), result.seconds());
  }

  @Test
  void samplesWithoutRepetition() throws InterruptedException {
    RunReader first = shard(1, 2, 40);
    Merge merge =
        Merge.of(
            List.of(first, shard(2, 2, 40), run("w", TestTrials.grid(40), WithMadeUpRuns::result)));
    Map<String, Integer> runs = new LinkedHashMap<>();
    for (int seed = 0; seed < 40; seed++) {
      List<Long> seen = new ArrayList<>();
      merge.sample(
          5,
          new SplittableRandom(seed),
          (run, trial) -> {
            seen.add(trial.trial().hyperparameters().seed());
            runs.merge(run.info().name(), 1, Integer::sum);
          });
      assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }
    assertThat(runs).containsOnlyKeys("shard-1-2", "shard-2-2");
    List<Long> all = new ArrayList<>();
    merge.sample(
        1000,
        new SplittableRandom(0),
        (run, trial) -> all.add(trial.trial().hyperparameters().seed()));
    assertThat(all).hasSize(40);
  }

  @Test
  void refusesRunsThatDoNotFit() {
    RunReader first = run("first", TestTrials.grid(2), TestTrials::result);
    String more = "; only runs of the same data, epochs and numerics can be merged";

    refused(first, new Provenance("data-2", "numerics-1", 20, 3))
        .hasMessage(
            path("other")
                + " has another data checksum than "
                + path("first")
                + ": data-2, not data-1"
                + more);
    refused(first, new Provenance("data-2", "numerics-1", 30, 3))
        .hasMessageContaining(" has another train_size than ");
    refused(first, new Provenance("data-1", "numerics-2", 20, 3))
        .hasMessageContaining(" has another numerics version than ")
        .hasMessageContaining(": numerics-2, not numerics-1;");
    refused(first, new Provenance("data-1", "numerics-1", 20, 4))
        .hasMessageContaining(" has another number of epochs than ");
    assertThatThrownBy(() -> Merge.of(List.of(first, reader("first"))))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(path("first") + " is given twice, must be each run once");
  }

  private AbstractThrowableAssert<?, ?> refused(RunReader first, Provenance provenance) {
    FileUtil.fullyDelete(temporary.resolve("other").toFile());
    RunReader other =
        run(
            "other",
            TestTrials.grid(1),
            TestTrials::result,
            Lineage.NONE,
            new Made("a", provenance, Recordings.NONE));
    return assertThatThrownBy(() -> Merge.of(List.of(first, other)))
        .isInstanceOf(RunRefusedException.class);
  }

  @Test
  void refusesAFolderOfOtherTrials() {
    RunReader first = shard(1, 2, 10);
    RunReader second = shard(2, 2, 10);
    run("taken", TestTrials.grid(11), WithMadeUpRuns::result);

    assertThatThrownBy(() -> merge("taken", first, second))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(
            path("taken")
                + " has trials that none of the runs has, or other numbers of them: "
                + TestTrials.id(10)
                + "; choose another --out, or start anew with --overwrite");
    assertThatThrownBy(
            () -> Merge.requireApart(reader("shard-2-2").files(), List.of(first, second)))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(
            "--out is "
                + path("shard-2-2")
                + ", one of the runs to merge; choose another folder, as these stay as they are");
  }

  @Test
  void refusesARunThatChangesWhileItIsRead() throws IOException, InterruptedException {
    LongFunction<Trial> others = index -> TestTrials.trial(index + 5);
    RunReader first = run("first", TestTrials.grid(5), TestTrials::result);
    RunReader second = run("second", TestTrials.grid(5, others), TestTrials::result);
    run("longer", TestTrials.grid(6, others), TestTrials::result);
    run("shorter", TestTrials.grid(4, others), TestTrials::result);
    run("elsewhere", TestTrials.grid(5, index -> TestTrials.trial(index + 20)), TestTrials::result);
    run("otherwise", TestTrials.grid(5, others), i -> withLoss(TestTrials.result(i)));
    run("worse", TestTrials.grid(5, others), i -> TestTrials.failed(i, "no luck"));
    Path curves = temporary.resolve("second/curves.parquet");
    byte[] asSurveyed = Files.readAllBytes(curves);

    for (String change : List.of("shorter", "elsewhere", "otherwise", "worse")) {
      Files.write(curves, asSurveyed);
      Merge merge = Merge.of(List.of(first, second));
      replaceCurves("second", change);
      try (RunFolder folder = open("merged-" + change, OnExisting.RESUME)) {
        assertThatThrownBy(() -> merge.writeTo(folder))
            .as(change)
            .isInstanceOf(RunRefusedException.class)
            .hasMessage(path("second") + " changed while it was read; run the same command again");
      }
    }
    // One trial more is not of this merge.
    Files.write(curves, asSurveyed);
    Merge merge = Merge.of(List.of(first, second));
    replaceCurves("second", "longer");
    try (RunFolder folder = open("merged", OnExisting.RESUME)) {
      assertThat(merge.writeTo(folder).trials().planned()).isEqualTo(10);
    }
  }

  private void replaceCurves(String run, String by) throws IOException {
    Files.copy(
        temporary.resolve(by + "/curves.parquet"),
        temporary.resolve(run + "/curves.parquet"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void whatRunsRecordedMakesNoOtherGrid() throws IOException {
    shard(1, 2, 10);
    shard(2, 2, 10);
    // An earlier release did not know all of them.
    RunReader first =
        withSettings("shard-1-2", Map.of("record_activations", false, "record_gradients", true));
    RunReader second =
        withSettings("shard-2-2", Map.of("record_landscape", true, "record_activations", true));

    RunInfo info = merge("merged", first, second);

    assertThat(info.settings())
        .isEqualTo(
            MAPPER.readTree(
                "{\"name\": \"shard-1-2\", \"grid\": {\"is\": \"a\"}, \"record_activations\":"
                    + " false, \"record_gradients\": false}"));
    assertThat(trials(reader("merged")))
        .extracting(trial -> trial.trial().hyperparameters().seed())
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void severalGridsHaveTheRecordingsOfTheMergedRun() throws IOException {
    Recordings activations = Recordings.of(Recording.ACTIVATIONS);
    Made one = new Made("a", PROVENANCE, activations);
    run("first", TestTrials.grid(1), TestTrials::recorded, Lineage.NONE, one);
    Trials next = TestTrials.grid(1, index -> TestTrials.trial(1));
    Made other = new Made("b", PROVENANCE, activations);
    run("second", next, TestTrials::recorded, Lineage.NONE, other);
    Map<String, Boolean> all =
        Map.of("record_activations", true, "record_gradients", true, "record_landscape", true);

    RunInfo info = merge("merged", withSettings("first", all), withSettings("second", all));

    assertThat(info.settings())
        .isEqualTo(
            MAPPER.readTree(
                "{\"name\": \"first\", \"record_activations\": true, \"record_gradients\": false,"
                    + " \"record_landscape\": false, \"merged\": [{\"grid\": {\"is\": \"a\"}},"
                    + " {\"grid\": {\"is\": \"b\"}}]}"));
  }

  private RunReader withSettings(String name, Map<String, Boolean> settings) throws IOException {
    Path file = temporary.resolve(name + "/run.json");
    JsonNode json = MAPPER.readTree(file.toFile());
    settings.forEach(((ObjectNode) json.get("settings"))::put);
    MAPPER.writeValue(file.toFile(), json);
    return reader(name);
  }

  @Test
  void anInterruptEndsASample() throws InterruptedException {
    Merge merge = Merge.of(List.of(shard(1, 2, 40), shard(2, 2, 40)));
    List<RecordedTrial> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                merge.sample(
                    30,
                    new SplittableRandom(0),
                    (run, trial) -> {
                      seen.add(trial);
                      Thread.currentThread().interrupt();
                    }))
        .isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(seen).hasSize(1);
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
    RunFiles full = new RunFiles(path("merged"), new FailingFileSystem(0));
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

  @Test
  void refusesCurvesThatRunJsonDoesNotDescribe() throws IOException {
    RunReader first = shard(1, 2, 10);
    shard(2, 2, 10);
    Files.copy(
        temporary.resolve("shard-1-2/curves.parquet"),
        temporary.resolve("shard-2-2/curves.parquet"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> Merge.of(List.of(first, reader("shard-2-2"))))
        .isInstanceOf(RunRefusedException.class)
        .hasMessage(
            path("shard-2-2")
                + " has other curves than its run.json says; run its configuration again");
  }
}
