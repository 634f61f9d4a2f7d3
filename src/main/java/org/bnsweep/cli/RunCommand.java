package org.bnsweep.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.bnsweep.cli.options.HadoopOption;
import org.bnsweep.cli.options.LockOption;
import org.bnsweep.cli.options.Master;
import org.bnsweep.cli.options.ServeOption;
import org.bnsweep.cli.options.SettingsOption;
import org.bnsweep.cli.options.TrialsPerTaskOption;
import org.bnsweep.cli.options.WordConverters;
import org.bnsweep.cli.run.Serving;
import org.bnsweep.cli.run.SweepRun;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.cli.terminal.PlainText;
import org.bnsweep.cli.terminal.SlowSteps;
import org.bnsweep.config.ConfigReader;
import org.bnsweep.config.RunConfig;
import org.bnsweep.store.OnExisting;
import org.bnsweep.sweep.Shard;
import org.bnsweep.sweep.spark.PairRunner;
import org.bnsweep.sweep.spark.SparkSource;
import org.bnsweep.sweep.spark.SweepException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bnsweep run}: a sweep, from its configuration to its report. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    header = "Train the trials of a configuration and write the results.",
    description = {
      "",
      "Train every trial of a configuration that the run folder does not have yet, then write"
          + " curves, summary, charts and report. A run that was interrupted goes on where it was.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  bnsweep run conf/weight-scale.yaml",
      "  bnsweep run conf/weight-scale.yaml --set grid.seed=[0,1,2] --out three-seeds",
      "  bnsweep run conf/weight-scale.yaml --set epochs=5 --master local[1]",
      "  bnsweep run conf/large-grid.yaml --serve",
      "  bnsweep run conf/large-grid.yaml --shard 2/4 --out part-2",
      "  bnsweep run conf/large-grid.yaml --serve 8080 --keep-serving"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CONFIG", description = "YAML file, or a URI that Hadoop can open.")
  private String config = "";

  @Mixin private SettingsOption settings;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Run folder, a path or a URI (default: results/runs/NAME).")
  private Optional<String> out = Optional.empty();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = WordConverters.OfShard.class,
      description = {
        "Train every N-th trial only, from the I-th on, so that N clusters share a grid; "
            + "bnsweep merge puts their runs together. DIR is then results/runs/NAME-I-of-N."
      })
  private Shard shard = Shard.WHOLE;

  @Mixin private ServeOption serve;

  @Option(
      names = "--overwrite",
      description = "Start anew in a folder that has a run; only files of the run are removed.")
  private boolean overwrite;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: spark-submit's, or local[*]).")
  private Optional<String> master = Optional.empty();

  @Mixin private TrialsPerTaskOption trialsPerTask;

  @Mixin private LockOption lock;

  @Mixin private HadoopOption hadoop;

  @Override
  public Integer call() {
    Optional<Integer> perTask = trialsPerTask.count();
    serve.check();
    Optional<String> target = master.map(Master::new).map(Master::url);
    RunConfig run = ConfigReader.read(config, hadoop, settings.values());
    requireShards(run.grid().size());
    String folder = out.orElse("results/runs/" + run.name() + suffix());
    SparkSource spark = spark(target);
    OnExisting onExisting = overwrite ? OnExisting.OVERWRITE : OnExisting.RESUME;
    try (Serving serving = serve.serving(spec.commandLine().getErr())) {
      int code =
          new SweepRun(
                  run,
                  folder,
                  onExisting,
                  spark,
                  perTask,
                  new PairRunner(run.recordings()),
                  serving,
                  spec.commandLine().getOut(),
                  spec.commandLine().getErr(),
                  SlowSteps.Limits.DEFAULT,
                  shard,
                  lock.locking())
              .call();
      if (code != ExitCode.INTERRUPTED) {
        serving.keep();
      }
      return code;
    }
  }

  private void requireShards(long trials) {
    if (shard.of() > trials) {
      throw new InputException(
          "--shard is "
              + word("/")
              + ", but the grid has only "
              + PlainText.count(trials, "trial")
              + "; N must not be larger");
    }
  }

  private String suffix() {
    return shard.isWhole() ? "" : "-" + word("-of-");
  }

  private String word(String between) {
    return shard.numbers().get(0) + between + shard.of();
  }

  private SparkSource spark(Optional<String> master) {
    try {
      return SparkSource.here(master, hadoop.get());
    } catch (SweepException e) {
      throw new InputException(e.getMessage(), e);
    }
  }
}
