package org.bnsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.reference.References;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.RunInfo;
import org.bnsweep.store.RunReader;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.TrialResult.Failed;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.Network;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.Point;
import org.bnsweep.train.TrainingData;

/** The default experiment, 16 trials whose every point NumPy has computed, too. */
final class ReferenceSweep {
  static final Path HOME = Path.of(System.getProperty("bnsweep.home", ".")).toAbsolutePath();
  static final String CONFIG = HOME.resolve("conf/weight-scale.yaml").toString();
  static final int SIZE = 16;

  private static final JsonNode NUMPY = References.read("curves-seed0.json");

  private ReferenceSweep() {}

  /** What this process gets, trained once for all tests. */
  private static final class Here {
    static final List<PairCurves> CURVES = train();

    private static List<PairCurves> train() {
      RunConfig config = ConfigReader.read(CONFIG, Configuration::new, List.of());
      TrainingData data = new TrainingData(SampleSource.load(config.data(), Configuration::new));
      List<PairCurves> curves = new ArrayList<>();
      try (PairTrainer trainer = new PairTrainer(data)) {
        for (int i = 0; i < SIZE; i++) {
          curves.add(trainer.train(config.grid().get(i), config.epochs()));
        }
      }
      return curves;
    }
  }

  private static List<PairCurves> curves(RunReader run) {
    List<PairCurves> curves = new ArrayList<>();
    run.forEachTrial(trial -> curves.add(((Trained) trial.result().outcome()).curves()));
    return curves;
  }

  /** Weight scale of trial {@code i}. */
  static double scale(int i) {
    return References.doubles(NUMPY.get("scales"))[i];
  }

  /**
   * Checks that the run at {@code location} has every trial once, each as NumPy has it and, to the
   * last bit, as this process trains it, and the fingerprint of the committed run.
   */
  static RunInfo assertReached(String location) throws IOException {
    RunInfo info = assertAccurate(location);
    assertThat(curves(RunReader.open(location, new Configuration()))).isEqualTo(Here.CURVES);
    return info;
  }

  /** The same for a run of another kernel, whose bits this process does not get. */
  static RunInfo assertAccurate(String location) throws IOException {
    RunReader run = RunReader.open(location, new Configuration());
    assertThat(failures(run)).isEmpty();
    JsonNode committed =
        new ObjectMapper()
            .readTree(HOME.resolve("results/reference/weight-scale/run.json").toFile());
    assertThat(run.info().fingerprint()).isEqualTo(committed.get("fingerprint").asText());
    return run.info();
  }

  /** Trials that the ledger of the folder at {@code location} has, finished run or not. */
  static long committed(String location) {
    RunConfig config = ConfigReader.read(CONFIG, Configuration::new, List.of());
    Dataset dataset = SampleSource.load(config.data(), Configuration::new);
    try (RunFolder folder =
        RunFolder.open(
            location, new Configuration(), OnExisting.RESUME, Locking.REQUIRED, warning -> {})) {
      return folder.ledger(Provenance.of(dataset, config.epochs())).trained();
    }
  }

  /** Messages of the failed trials by index; all others are checked to be as NumPy has them. */
  static Map<Integer, String> failures(String location) {
    return failures(RunReader.open(location, new Configuration()));
  }

  private static Map<Integer, String> failures(RunReader run) {
    Map<Integer, String> failures = new TreeMap<>();
    int[] count = {0};
    run.forEachTrial(
        trial -> {
          int i = count[0]++;
          assertThat(scale(trial)).isEqualTo(scale(i));
          if (trial.result().outcome() instanceof Failed failed) {
            failures.put(i, failed.message());
          } else {
            assertIsNumPys(i, (Trained) trial.result().outcome());
          }
        });
    assertThat(count[0]).isEqualTo(SIZE);
    assertThat(run.info().trials().planned()).isEqualTo(SIZE);
    assertThat(run.info().trials().reused() + run.info().trials().trained())
        .isEqualTo(SIZE - failures.size());
    assertThat(run.info().trials().failed()).isEqualTo(failures.size());
    return failures;
  }

  private static double scale(RecordedTrial trial) {
    return trial.result().trial().hyperparameters().weightScale().scale();
  }

  private static void assertIsNumPys(int i, Trained trained) {
    for (Network network : Network.values()) {
      assertThat(
              trained.curves().of(network).points().stream()
                  .mapToDouble(Point::trainAccuracy)
                  .toArray())
          .as("weight scale %s, %s", scale(i), network)
          .isEqualTo(References.doubles(NUMPY.get("curves").get(i).get(network.word())));
    }
  }
}
