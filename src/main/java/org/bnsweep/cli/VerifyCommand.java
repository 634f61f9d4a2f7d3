package org.bnsweep.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.blas.Arithmetic;
import org.bnsweep.cli.run.FinishedRun;
import org.bnsweep.cli.terminal.ExitCode;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bnsweep verify}: recorded trials trained again, and compared. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    header = "Train recorded trials again and compare.",
    description = {
      "",
      "Trains some trials of a run on this machine, one after the other. What was recorded with the"
          + " same arithmetic is compared bit for bit. On another processor or BLAS kernel sums"
          + " round otherwise, so there accuracies are compared, and losses to a relative 1e-9:",
      "",
      "  equal                        every bit is the recorded one",
      "  equal but for rounding       every accuracy is, and every loss to 1e-9",
      "  parts at epoch E by rounding a chaotic trial: the last bit decides",
      "  differs                      anything else",
      "",
      "Exit code 1 if a trial differs. --sensitivity says of each trial up to which epoch its "
          + "accuracies stay if the last bit of its initial weights changes: as far as any two "
          + "processors, or NumPy, can be expected to agree.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  bnsweep verify results/reference/weight-scale",
      "  bnsweep verify results/runs/weight-scale --trials all",
      "  bnsweep verify results/runs/weight-scale --sensitivity",
      "  bnsweep verify passed-on/full-mnist --source data/mnist"
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Run folder, a path or a URI.")
  private String folder = "";

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many, evenly spread over the run, or all (default: ${DEFAULT-VALUE}).")
  private String trials = "";

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = "Folder or URI of the samples; a run keeps only its last name.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--test-source",
      paramLabel = "DIR",
      description = "The same of the test samples, if they came from elsewhere.")
  private Optional<String> testSource = Optional.empty();

  @Option(
      names = "--sensitivity",
      description = "Train each from weights that differ in the last bit as well.")
  private boolean sensitivity;

  @Override
  public Integer call() {
    FinishedRun run = FinishedRun.open(folder);
    long planned = run.reader().info().trials().planned();
    long count = count(planned);
    Dataset dataset = dataset(run);
    PrintWriter out = spec.commandLine().getOut();
    VerifyTally tally = new VerifyTally();
    try (PairTrainer trainer = new PairTrainer(new TrainingData(dataset))) {
      run.reader()
          .forEachTrial(
              trial -> {
                if (isChosen(trial.index(), count, planned)) {
                  out.println(name(trial) + verify(trial, dataset, trainer, tally));
                  out.flush();
                }
              });
    }
    out.println(tally.summary(planned));
    tally.howToRepeat().forEach(out::println);
    return tally.differs() ? ExitCode.FAILED : ExitCode.OK;
  }

  private long count(long planned) {
    if (trials.equals("all")) {
      return planned;
    }
    if (!trials.matches("[1-9][0-9]{0,8}")) {
      throw new InputException(
          "--trials is " + trials + ", must be a whole number of 1 or more, or all");
    }
    return Math.min(Long.parseLong(trials), planned);
  }

  /** Whether {@code index} is one of {@code count}, the first and the last among them. */
  static boolean isChosen(long index, long count, long planned) {
    if (count == 1) {
      return index == 0;
    }
    // The multiples of (planned - 1) / (count - 1), rounded up.
    long step = (index * (count - 1)) / (planned - 1);
    return count >= planned || ceilDiv(step * (planned - 1), count - 1) == index;
  }

  private static long ceilDiv(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }

  private Dataset dataset(FinishedRun run) {
    Provenance provenance = run.reader().info().provenance();
    if (!provenance.numericsVersion().equals(Integer.toString(TrialIdentity.NUMERICS_VERSION))) {
      throw new InputException(
          folder
              + " has numbers of numerics version "
              + provenance.numericsVersion()
              + ", this program computes version "
              + TrialIdentity.NUMERICS_VERSION);
    }
    String name = source.orElse(run.source());
    if (source.isEmpty() && !name.equals(DataSettings.EMBEDDED)) {
      throw new InputException(
          folder + " was trained on samples from " + name + ", give their folder with --source");
    }
    List<String> places = new ArrayList<>(List.of("data.source=" + name));
    testSource.ifPresent(other -> places.add("data.test_source=" + other));
    if (testSource.isEmpty() && run.dataSettings().has("test_source")) {
      throw new InputException(
          folder
              + " was tested on samples from "
              + run.dataSettings().path("test_source").asText()
              + ", give their place with --test-source");
    }
    Dataset dataset = SampleSource.load(run.data(places), Configuration::new);
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

  private static String name(RecordedTrial trial) {
    return "trial " + trial.index() + " (" + PlainText.oneLine(trial.trial().id()) + "): ";
  }

  private String verify(
      RecordedTrial trial, Dataset dataset, PairTrainer trainer, VerifyTally tally) {
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
    return sensitivity
        ? verdict.words() + Verdict.NEXT_LINE + words(rounding.get().firstMoved())
        : verdict.words();
  }

  /** What {@code --sensitivity} says of a trial whose accuracies are first others there. */
  static String words(OptionalInt moved) {
    if (moved.isEmpty()) {
      return "all accuracies stay if the last bit changes";
    }
    return moved.getAsInt() == 0
        ? "no accuracy is sure to stay if the last bit changes"
        : "accuracies stay up to epoch " + (moved.getAsInt() - 1) + " if the last bit changes";
  }
}
