package org.bnsweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.cli.options.SamplesOption;
import org.bnsweep.cli.run.FinishedRun;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.source.SampleSource;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.store.trial.Provenance;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.TrialIdentity;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.PairCurves;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.TrainingData;
import org.bnsweep.verify.PairComparison;
import org.bnsweep.verify.Verdict;

/** Recorded trials of the same data trained again on this machine, one after the other. */
final class Reverification implements AutoCloseable {
  private final Dataset dataset;
  private final PairTrainer trainer;
  private final Telling telling;
  private final VerifyTally tally = new VerifyTally();

  /** What is told of each trial. */
  enum Telling {
    VERDICT,
    VERDICT_AND_SENSITIVITY
  }

  private Reverification(Dataset dataset, Telling telling) {
    this.dataset = dataset;
    this.trainer = new PairTrainer(new TrainingData(dataset));
    this.telling = telling;
  }

  /**
   * For the trials of {@code run}, and of others with its samples.
   *
   * @param samples where they are
   * @param hadoop its settings, to open the samples
   * @throws InputException if the samples or the numerics are others
   */
  static Reverification of(
      FinishedRun run, SamplesOption samples, Supplier<Configuration> hadoop, Telling telling) {
    return new Reverification(dataset(run, samples, hadoop), telling);
  }

  private static Dataset dataset(
      FinishedRun run, SamplesOption samples, Supplier<Configuration> hadoop) {
    String folder = run.reader().files().location();
    Provenance provenance = run.reader().info().provenance();
    if (!provenance.numericsVersion().equals(Integer.toString(TrialIdentity.NUMERICS_VERSION))) {
      throw new InputException(
          folder
              + " has numbers of numerics version "
              + provenance.numericsVersion()
              + ", this program computes version "
              + TrialIdentity.NUMERICS_VERSION);
    }
    String name = samples.source().orElse(run.source());
    if (samples.source().isEmpty() && !name.equals(DataSettings.EMBEDDED)) {
      throw new InputException(
          folder + " was trained on samples from " + name + ", give their folder with --source");
    }
    List<String> places = new ArrayList<>(List.of("data.source=" + name));
    samples.testSource().ifPresent(other -> places.add("data.test_source=" + other));
    if (samples.testSource().isEmpty() && run.dataSettings().has("test_source")) {
      throw new InputException(
          folder
              + " was tested on samples from "
              + run.dataSettings().path("test_source").asText()
              + ", give their place with --test-source");
    }
    Dataset dataset = SampleSource.load(run.data(places), hadoop);
    if (!dataset.checksum().equals(provenance.dataChecksum())) {
      throw new InputException(
          folder
              + " was trained on other samples: their checksum is "
              + provenance.dataChecksum()
              + ", that of "
              + name
              + " is "
              + dataset.checksum());
    }
    return dataset;
  }

  /** Trains {@code trial} again; the line that says what came of it. */
  String line(RecordedTrial trial) {
    return "trial "
        + trial.index()
        + " ("
        + PlainText.oneLine(trial.trial().id())
        + "): "
        + verify(trial);
  }

  private String verify(RecordedTrial trial) {
    if (!(trial.result().outcome() instanceof Trained recorded)) {
      tally.addFailed();
      return "failed when it was recorded, nothing to compare";
    }
    TrialIdentity identity = new TrialIdentity(trial.epochs(), dataset.checksum());
    if (!identity.id(trial.trial().hyperparameters()).equals(trial.trial().id())) {
      Verdict verdict = new Verdict.Differs("the id is not that of its settings");
      tally.add(verdict);
      return verdict.words();
    }
    Hyperparameters h = trial.trial().hyperparameters();
    PairCurves again = trainer.train(h, trial.epochs());
    SensitivityOnDemand rounding = new SensitivityOnDemand(trainer, h, again);
    PairComparison comparison = new PairComparison(recorded.curves(), again, rounding);
    Verdict verdict;
    if (recorded.arithmetic().id().equals(Arithmetic.ofThisProcess().id())) {
      verdict = comparison.onTheSameArithmetic();
    } else {
      verdict = comparison.acrossArithmetics();
      tally.addArithmetic(recorded.arithmetic());
    }
    tally.add(verdict);
    return telling == Telling.VERDICT
        ? verdict.words()
        : verdict.words() + Verdict.NEXT_LINE + words(rounding.get().firstMoved());
  }

  /** What is said of a trial whose accuracies are first others there if the last bit changes. */
  static String words(OptionalInt moved) {
    if (moved.isEmpty()) {
      return "all accuracies stay if the last bit changes";
    }
    return moved.getAsInt() == 0
        ? "no accuracy is sure to stay if the last bit changes"
        : "accuracies stay up to epoch " + (moved.getAsInt() - 1) + " if the last bit changes";
  }

  /** Whether a number was another, and not by rounding. */
  boolean differs() {
    return tally.differs();
  }

  /** Lines that count the trials, of {@code planned}, and say how to get their bits. */
  Stream<String> summary(long planned) {
    return Stream.concat(Stream.of(tally.summary(planned)), tally.howToRepeat());
  }

  @Override
  public void close() {
    trainer.close();
  }
}
