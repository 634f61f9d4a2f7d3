package org.bnsweep.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.bnsweep.data.DataSettings;
import org.bnsweep.data.Dataset;
import org.bnsweep.data.Mnist;
import org.bnsweep.store.Provenance;
import org.bnsweep.store.RecordedTrial;
import org.bnsweep.sweep.TrialIdentity;
import org.bnsweep.sweep.TrialResult.Trained;
import org.bnsweep.train.PairTrainer;
import org.bnsweep.train.TrainingData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bnsweep verify}: recorded trials trained again, and compared. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    header = "Train recorded trials again and compare bit for bit.",
    description = {
      "",
      "Trains some trials of a run on this machine, one after the other, and compares accuracies and "
          + "losses with the recorded ones. Exit code 1 if one differs, as it may on another kind "
          + "of CPU; accuracies hardly ever do.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  bnsweep verify results/reference/weight-scale",
      "  bnsweep verify results/runs/weight-scale --trials all",
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

  /** How many trials were compared, and how many of them differ. */
  private static final class Tally {
    private long compared;
    private long different;
    private long failed;
  }

  @Override
  public Integer call() {
    FinishedRun run = FinishedRun.open(folder);
    long planned = run.reader().info().trials().planned();
    long count = count(planned);
    Dataset dataset = dataset(run);
    PrintWriter out = spec.commandLine().getOut();
    Tally tally = new Tally();
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
    String compared =
        tally.compared + " of " + PlainText.count(planned, "trial") + " trained again";
    String failed = tally.failed == 0 ? "" : ", " + tally.failed + " without curves";
    out.println(compared + failed + ": " + outcome(tally));
    return tally.different == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String outcome(Tally tally) {
    if (tally.compared == 0) {
      return "nothing to compare";
    }
    return tally.different == 0
        ? "every number is the recorded one"
        : tally.different + (tally.different == 1 ? " differs" : " differ");
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
    Dataset dataset =
        Mnist.load(
            new DataSettings(name, provenance.trainSize(), run.testSize()), Configuration::new);
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

  private static String verify(
      RecordedTrial trial, Dataset dataset, PairTrainer trainer, Tally tally) {
    if (!(trial.result().outcome() instanceof Trained recorded)) {
      tally.failed++;
      return "failed when it was recorded, nothing to compare";
    }
    tally.compared++;
    TrialIdentity identity = new TrialIdentity(trial.epochs(), dataset.checksum());
    if (!identity.id(trial.trial().hyperparameters()).equals(trial.trial().id())) {
      tally.different++;
      return "differs: the id is not that of its settings";
    }
    Optional<String> difference =
        PairComparison.difference(
            recorded.curves(), trainer.train(trial.trial().hyperparameters(), trial.epochs()));
    difference.ifPresent(text -> tally.different++);
    return difference.map(text -> "differs: " + text).orElse("the same");
  }
}
