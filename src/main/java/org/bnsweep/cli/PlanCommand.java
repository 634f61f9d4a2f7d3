package org.bnsweep.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bnsweep.cli.options.HadoopOption;
import org.bnsweep.cli.options.Master;
import org.bnsweep.cli.options.OptionChecks;
import org.bnsweep.cli.options.SettingsOption;
import org.bnsweep.cli.options.TrialsPerTaskOption;
import org.bnsweep.cli.run.RunSamples;
import org.bnsweep.cli.run.TaskCuts;
import org.bnsweep.cli.run.TimedTrial;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.data.Dataset;
import org.bnsweep.settings.Hyperparameter;
import org.bnsweep.settings.Hyperparameters;
import org.bnsweep.settings.NormalizationKind;
import org.bnsweep.sweep.Grid;
import org.bnsweep.sweep.GridTrials;
import org.bnsweep.sweep.SweepPlan;
import org.bnsweep.sweep.TrialIdentity;
import org.bnsweep.sweep.WorkEstimate;
import org.bnsweep.sweep.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bnsweep plan}: what a run would be, before it is one. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    header = "Tell the trials, the work and the time of a run; train nothing.",
    description = {
      "",
      "Trains the beginning of one trial, to see how long it takes here; starts no Spark and writes"
          + " no file.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  bnsweep plan conf/large-grid.yaml",
      "  bnsweep plan conf/large-grid.yaml --set sample.count=200 --json",
      "  bnsweep plan conf/large-grid.yaml --master spark://host:7077 --slots 64"
    })
final class PlanCommand implements Callable<Integer> {
  private static final int CANDIDATES = 1000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CONFIG", description = "YAML file, or a URI that Hadoop can open.")
  private String file = "";

  @Mixin private SettingsOption settings;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master to plan for (default: spark-submit's, or local[*]).")
  private Optional<String> master = Optional.empty();

  @Option(
      names = "--slots",
      paramLabel = "N",
      description = "Tasks at the same time; a cluster's address does not tell.")
  private Optional<Integer> slots = Optional.empty();

  @Mixin private TrialsPerTaskOption trialsPerTask;

  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  @Mixin private HadoopOption hadoop;

  @Override
  public Integer call() {
    OptionChecks.require("--slots", slots);
    Optional<Integer> perTask = trialsPerTask.count();
    RunConfig config = ConfigReader.read(file, hadoop, settings.values());
    Master target = new Master(master.orElse(System.getProperty("spark.master", "local[*]")));
    int parallel = slots.orElseGet(() -> slotsOf(target));
    List<String> warnings = warnings(config, target, parallel);
    Dataset dataset = RunSamples.load(config, hadoop, warnings::add);
    Workload workload = TimedTrial.workload(dataset, config.epochs(), config.recordings());
    WorkEstimate work = workload.of(config.grid());
    Hyperparameters typical = typical(config.grid(), workload, work.flopsPerTrial());
    TimedTrial timed =
        TimedTrial.of(
            config.data(), hadoop, dataset, typical, config.epochs(), config.recordings());
    TrialIdentity identity = new TrialIdentity(config.epochs(), dataset.checksum());
    SweepPlan plan =
        TaskCuts.of(workload, new GridTrials(config.grid(), identity), perTask)
            .of(work.trials(), parallel)
            .withSecondsPerTrial(work.secondsPerTrial(timed.seconds(), timed.flops()));
    PlanText text = new PlanText(config, dataset, work, timed, plan, target.url(), warnings);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(text.json());
    } else {
      text.print(out);
    }
    return ExitCode.OK;
  }

  private static int slotsOf(Master master) {
    return master
        .slots()
        .orElseThrow(
            () ->
                new InputException(
                    "--slots is missing: it must say how many tasks "
                        + master.url()
                        + " runs at the same time"));
  }

  /** Of some trials the one whose work is nearest to the mean. */
  private static Hyperparameters typical(Grid grid, Workload workload, double meanFlops) {
    long count = Math.min(grid.size(), CANDIDATES);
    Hyperparameters nearest = grid.get(0);
    for (long i = 1; i < count; i++) {
      Hyperparameters other = grid.get(i * grid.size() / count);
      if (Math.abs(workload.flops(other) - meanFlops)
          < Math.abs(workload.flops(nearest) - meanFlops)) {
        nearest = other;
      }
    }
    return nearest;
  }

  private static boolean has(RunConfig config, Hyperparameter name, Object value) {
    return config.grid().axes().stream()
        .filter(axis -> axis.name() == name)
        .anyMatch(axis -> axis.values().contains(value));
  }

  private static List<String> warnings(RunConfig config, Master master, int parallel) {
    List<String> warnings = new ArrayList<>();
    if (has(config, Hyperparameter.BATCH_SIZE, 1)
        && has(config, Hyperparameter.NORMALIZATION, NormalizationKind.BATCH)) {
      warnings.add(
          "at batch_size 1 Batch Normalization answers beta whatever it is given: bn learns nothing"
              + " of the samples; use 2 or more, or normalization layer or rms");
    }
    int processors = Master.processors();
    String set = System.getenv("OMP_NUM_THREADS");
    long threads = set != null && set.matches("[1-9][0-9]{0,4}") ? Long.parseLong(set) : processors;
    if (master.local() && parallel * threads > processors) {
      warnings.add(
          PlainText.count(parallel, "slot")
              + " of "
              + PlainText.count(threads, "BLAS thread")
              + " each are more than the "
              + PlainText.count(processors, "core")
              + " of this machine; "
              + (threads > 1 ? "set OMP_NUM_THREADS=1" : "choose --master local[*]"));
    }
    return warnings;
  }
}
