package org.bnsweep.cli;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import org.bnsweep.cli.options.HadoopOption;
import org.bnsweep.cli.options.WordConverters;
import org.bnsweep.cli.run.FinishedRun;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.report.model.Numbers;
import org.bnsweep.stats.CurveFigures;
import org.bnsweep.stats.Figure;
import org.bnsweep.store.trial.RecordedTrial;
import org.bnsweep.sweep.Trial;
import org.bnsweep.train.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bnsweep best}: the trials of a run that came out best. */
@Command(
    name = "best",
    mixinStandardHelpOptions = true,
    header = "List the best trials of a run.",
    description = {"", "Each with the command that trains it again, epoch by epoch.", ""},
    footer = {
      "",
      "Examples:",
      "  bnsweep best results/runs/weight-scale",
      "  bnsweep best results/runs/overfitting --metric final_test_accuracy",
      "  bnsweep best results/runs/weight-scale --network plain -n 3"
    })
final class BestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Run folder, a path or a URI.")
  private String folder = "";

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      converter = WordConverters.OfNetwork.class,
      description = "Only networks with a normalization (bn, whichever it is) or without (plain).")
  private Optional<Network> only = Optional.empty();

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      converter = WordConverters.OfFigure.class,
      completionCandidates = WordConverters.RankedFigures.class,
      defaultValue = "final_accuracy",
      description = {
        "What to rank by: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). "
            + "Of epochs the earliest is best, of the others the largest."
      })
  private Figure metric = Figure.FINAL_ACCURACY;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many to list (default: ${DEFAULT-VALUE}).")
  private int count;

  /** A network of a trial with its figure. */
  private record Ranked(long index, Network network, double figure, Trial trial) {}

  @Mixin private HadoopOption hadoop;

  @Override
  public Integer call() {
    if (count < 1) {
      throw new InputException("-n is " + count + ", must be 1 or more");
    }
    FinishedRun run = FinishedRun.open(folder, hadoop.get());
    List<Ranked> best = best(run);
    if (best.isEmpty()) {
      throw new InputException(
          folder
              + ": no trial has a "
              + metric
              + (metric.ofTest() && run.testSize() == 0
                  ? ", the run was made with test_size 0"
                  : ", no network came that far"));
    }
    ReplayCommand replay = new ReplayCommand(run);
    PrintWriter out = spec.commandLine().getOut();
    int rank = 1;
    for (Ranked trial : best) {
      String network = trial.network.label(trial.trial.hyperparameters().normalization());
      out.println(rank + ". " + metric + " " + text(trial.figure) + ", " + network);
      out.println("   " + replay.of(trial.trial.hyperparameters()));
      rank++;
    }
    return ExitCode.OK;
  }

  private String text(double figure) {
    return metric.isEpoch() ? String.format(Locale.ROOT, "%.0f", figure) : Numbers.accuracy(figure);
  }

  private List<Ranked> best(FinishedRun run) {
    // Of equals, the first in the grid's order.
    Comparator<Ranked> order =
        Comparator.comparing(Ranked::figure, metric.isEpoch() ? naturalOrder() : reverseOrder())
            .thenComparingLong(Ranked::index)
            .thenComparing(Ranked::network);
    PriorityQueue<Ranked> kept = new PriorityQueue<>(order.reversed());
    run.reader()
        .forEachTrial(
            trial -> {
              for (Network network : Network.values()) {
                rank(trial, network).ifPresent(kept::add);
                if (kept.size() > count) {
                  kept.remove();
                }
              }
            });
    List<Ranked> best = new ArrayList<>(kept);
    best.sort(order);
    return best;
  }

  private Optional<Ranked> rank(RecordedTrial trial, Network network) {
    if (only.isPresent() && only.get() != network) {
      return Optional.empty();
    }
    return trial
        .curve(network)
        .map(
            curve ->
                new Ranked(
                    trial.index(), network, CurveFigures.of(curve).of(metric), trial.trial()))
        .filter(ranked -> !Double.isNaN(ranked.figure));
  }
}
