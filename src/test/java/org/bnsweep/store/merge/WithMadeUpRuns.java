package org.bnsweep.store.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bnsweep.store.TestTrials.CONFIGURATION;
import static org.bnsweep.store.TestTrials.DETAILS;
import static org.bnsweep.store.TestTrials.PROVENANCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.data.ClassCounts;
import org.bnsweep.store.GridPart;
import org.bnsweep.store.Lineage;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunDetails;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.Outcomes;
import org.bnsweep.sweep.Shard;
import org.bnsweep.sweep.ShardTrials;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.sweep.Trials;
import org.bnsweep.train.NetworkCurve;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.Point;
import org.bnsweep.train.Recorded;
import org.bnsweep.train.Recordings;
import org.junit.jupiter.api.io.TempDir;

/** A test with finished runs of made-up trials. */
abstract class WithMadeUpRuns {
  static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path temporary;

  /** What is made and how. */
  record Made(String grid, Provenance provenance, Recordings recordings) {
    static final Made USUAL = new Made("a", PROVENANCE, Recordings.NONE);
  }

  RunReader run(String name, Trials trials, LongFunction<TrialResult> result) {
    return run(name, trials, result, Lineage.NONE, Made.USUAL);
  }

  /** A finished run of {@code trials}, completed in an order of their own. */
  RunReader run(
      String name, Trials trials, LongFunction<TrialResult> result, Lineage lineage, Made made) {
    List<Long> order = new ArrayList<>(LongStream.range(0, trials.size()).boxed().toList());
    Collections.shuffle(order, new Random(name.hashCode()));
    try (RunFolder folder = open(name, OnExisting.RESUME)) {
      Ledger ledger = folder.ledger(made.provenance);
      try (LedgerWriter writer = ledger.writer()) {
        for (long index : order) {
          writer.add(result.apply(trials.get(index).hyperparameters().seed()));
        }
      }
      JsonNode settings =
          MAPPER
              .createObjectNode()
              .put("name", name)
              .set("grid", MAPPER.createObjectNode().put("is", made.grid));
      folder.finish(
          ledger,
          trials,
          new RunDetails(
              name,
              settings,
              DETAILS.versions(),
              DETAILS.started(),
              0,
              made.recordings,
              "local[2]",
              ClassCounts.UNKNOWN,
              lineage,
              Optional.of(Instant.parse("2026-01-02T03:05:05Z"))));
    }
    return reader(name);
  }

  RunReader shard(int number, int of, int trials) {
    Shard shard = new Shard(List.of(number), of);
    return run(
        "shard-" + number + "-" + of,
        new ShardTrials(TestTrials.grid(trials), shard),
        WithMadeUpRuns::result,
        Lineage.of(new GridPart(shard, trials)),
        Made.USUAL);
  }

  /** Of two arithmetics, some diverged or failed. */
  static TrialResult result(long index) {
    if (index % 11 == 3) {
      return TestTrials.failed(index, "no luck, \"" + index + "\"");
    }
    TrialResult result = TestTrials.result(index);
    PairCurves curves =
        index % 7 == 5
            ? new PairCurves(
                TestTrials.curve(index, 0), TestTrials.divergedCurve(1, 0.25, 0.5, 0.125))
            : ((Trained) result.outcome()).curves();
    String kernel = index % 4 == 0 ? "Haswell" : "SkylakeX";
    Arithmetic arithmetic =
        new Arithmetic(kernel.equals("Haswell") ? "0a" : "0b", kernel, "linux-x86_64");
    return new TrialResult(
        result.trial(), new Trained(curves, Recorded.NOTHING, arithmetic), result.seconds());
  }

  RunReader reader(String name) {
    return RunReader.open(path(name), CONFIGURATION);
  }

  String path(String name) {
    return temporary.resolve(name).toString();
  }

  RunFolder open(String name, OnExisting onExisting) {
    return RunFolder.open(path(name), CONFIGURATION, onExisting, Locking.REQUIRED, warning -> {});
  }

  RunInfo merge(String out, RunReader... runs) {
    try (RunFolder folder = open(out, OnExisting.RESUME)) {
      return Merge.of(Arrays.asList(runs)).writeTo(folder);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The files of a run but its ledger, which is in another order in every run. */
  Map<String, byte[]> files(String name) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(temporary.resolve(name))) {
      for (Path file : list.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  static List<RecordedTrial> trials(RunReader run) {
    List<RecordedTrial> trials = new ArrayList<>();
    run.forEachTrial(trials::add);
    return trials;
  }

  void isTheSameRun(String merged, String whole) throws IOException {
    Map<String, byte[]> expected = files(whole);
    Map<String, byte[]> actual = files(merged);
    assertThat(new String(actual.remove("origins.csv"), StandardCharsets.US_ASCII))
        .startsWith("trial_id,run\r\n");
    JsonNode expectedJson = MAPPER.readTree(expected.remove("run.json"));
    ObjectNode actualJson = (ObjectNode) MAPPER.readTree(actual.remove("run.json"));
    assertThat(actualJson.remove("merged")).isNotEmpty();
    actualJson.put("name", whole);
    ((ObjectNode) actualJson.get("settings")).put("name", whole);

    assertThat(actualJson).isEqualTo(expectedJson);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    assertThat(actual)
        .allSatisfy((file, bytes) -> assertThat(bytes).as(file).isEqualTo(expected.get(file)));
  }

  /** One loss that is larger by its last bit. */
  static TrialResult withLoss(TrialResult result) {
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
        result.trial(), Outcomes.trained(new PairCurves(bn, curves.plain())), result.seconds());
  }
}
