package org.bnsweep.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.bnsweep.cli.Reverification.Telling;
import org.bnsweep.cli.options.HadoopOption;
import org.bnsweep.cli.options.SamplesOption;
import org.bnsweep.cli.run.FinishedRun;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private SamplesOption samples;

  @Option(
      names = "--sensitivity",
      description = "Train each from weights that differ in the last bit as well.")
  private boolean sensitivity;

  @Mixin private HadoopOption hadoop;

  @Override
  public Integer call() {
    FinishedRun run = FinishedRun.open(folder, hadoop.get());
    long planned = run.reader().info().trials().planned();
    long count = count(planned);
    Telling telling = sensitivity ? Telling.VERDICT_AND_SENSITIVITY : Telling.VERDICT;
    PrintWriter out = spec.commandLine().getOut();
    try (Reverification again = Reverification.of(run, samples, hadoop, telling)) {
      run.reader()
          .forEachTrial(
              trial -> {
                if (isChosen(trial.index(), count, planned)) {
                  out.println(again.line(trial));
                  out.flush();
                }
              });
      again.summary(planned).forEach(out::println);
      return again.differs() ? ExitCode.FAILED : ExitCode.OK;
    }
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
}
