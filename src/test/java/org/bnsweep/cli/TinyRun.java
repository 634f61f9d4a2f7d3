package org.bnsweep.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.cli.run.Versions;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.RunFolder;
import org.bnsweep.store.TestTrials;
import org.bnsweep.store.files.Locking;
import org.bnsweep.store.ledger.Ledger;
import org.bnsweep.store.ledger.LedgerWriter;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.sweep.GridTrials;
import org.bnsweep.sweep.Trial;
import org.bnsweep.sweep.TrialIdentity;
import org.bnsweep.sweep.TrialResult;
import org.bnsweep.train.PairResult;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.TrainingData;

/** Runs of a moment: two hidden units, 20 samples, two epochs. */
public final class TinyRun {
  public static final String YAML =
      """
      name: tiny
      data: {train_size: 20}
      epochs: 2
      grid: {weight_scale: [0.1, 0.01], hidden: [2], batch_size: 10}
      """;

  private TinyRun() {}

  /** The configuration as a file. */
  static String config(Path folder) throws IOException {
    return Files.writeString(folder.resolve("tiny.yaml"), YAML).toString();
  }

  /**
   * A run folder without Spark, each result passed through {@code change} before it is recorded.
   */
  public static String folder(Path folder, UnaryOperator<TrialResult> change, String... settings) {
    RunConfig config = ConfigReader.readText(YAML, "tiny.yaml", List.of(settings));
    Dataset dataset = SampleSource.load(config.data(), Configuration::new);
    GridTrials trials =
        new GridTrials(config.grid(), new TrialIdentity(config.epochs(), dataset.checksum()));
    Provenance provenance = Provenance.of(dataset, config.epochs());
    try (RunFolder run =
            RunFolder.open(
                folder.toString(),
                new Configuration(),
                OnExisting.RESUME,
                Locking.REQUIRED,
                warning -> {});
        PairTrainer trainer = new PairTrainer(new TrainingData(dataset))) {
      Ledger ledger = run.ledger(provenance);
      try (LedgerWriter writer = ledger.writer()) {
        for (long i = 0; i < trials.size(); i++) {
          Trial trial = trials.get(i);
          PairResult trained =
              trainer.train(trial.hyperparameters(), config.epochs(), config.recordings());
          TrialResult.Outcome outcome =
              new TrialResult.Trained(trained.curves(), trained.recorded(), trained.arithmetic());
          writer.add(change.apply(new TrialResult(trial, outcome, 0.5)));
        }
      }
      run.finish(
          ledger,
          trials,
          TestTrials.details(
              config.name(),
              new ObjectMapper().valueToTree(config.shareableSettings()),
              Versions.all(),
              Instant.now(),
              config.recordings()));
    }
    return folder.toString();
  }

  /** The names in {@code folder}, sorted. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
