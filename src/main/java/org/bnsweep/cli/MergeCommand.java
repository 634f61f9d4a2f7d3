package org.bnsweep.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.bnsweep.cli.Reverification.Telling;
import org.bnsweep.cli.options.HadoopOption;
import org.bnsweep.cli.options.LockOption;
import org.bnsweep.cli.options.OptionChecks;
import org.bnsweep.cli.options.SamplesOption;
import org.bnsweep.cli.options.WordConverters;
import org.bnsweep.cli.run.FinishedRun;
import org.bnsweep.cli.run.MergeRun;
import org.bnsweep.cli.run.MergeRun.OnConflict;
import org.bnsweep.cli.terminal.ExitCode;
import org.bnsweep.cli.terminal.InputException;
import org.bnsweep.store.OnExisting;
import org.bnsweep.store.merge.Merge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bnsweep merge}: finished runs put together. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    header = "Put runs of the same data and numerics together.",
    description = {
      "",
      "Writes a run with the trials of all the given ones, each once, and leaves these as they are."
          + " Shards of a grid (run --shard) give the run of the grid, file by file but for times"
          + " and provenance; runs of several grids follow each other. A merge that was interrupted"
          + " goes on where it was; with one more run it grows in place.",
      "",
      "Of a trial that several runs have, one with curves counts before one that failed. If their"
          + " numbers are not the same, bit for bit, it is named and nothing is written, unless"
          + " --on-conflict first is given. origins.csv and run.json say which run trained what,"
          + " with which arithmetic.",
      "",
      "The merged run has activations.parquet if all runs have it, and never gradients.parquet or"
          + " landscape.parquet: stderr names what stays behind in the runs.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  bnsweep merge part-1 part-2 part-3 part-4 --out large-grid",
      "  bnsweep merge part-1 part-2 --out large-grid --verify 20",
      "  bnsweep merge laptop cluster --out both --on-conflict first"
    })
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Run folders, paths or URIs.")
  private List<String> folders = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the merged run, a path or a URI.")
  private String out = "";

  @Option(
      names = "--on-conflict",
      paramLabel = "WORD",
      converter = WordConverters.OfConflict.class,
      description = {
        "What to do about a trial with other numbers in another run: refuse it, or take the first "
            + "(default: refuse)."
      })
  private OnConflict onConflict = OnConflict.REFUSE;

  @Option(
      names = "--verify",
      paramLabel = "N",
      description = "First train N trials, taken at random, again and compare.")
  private Optional<Integer> verified = Optional.empty();

  @Mixin private SamplesOption samples;

  @Option(
      names = "--overwrite",
      description = "Start anew in a folder that has a run; only files of the run are removed.")
  private boolean overwrite;

  @Mixin private LockOption lock;

  @Mixin private HadoopOption hadoop;

  @Override
  public Integer call() {
    OptionChecks.require("--verify", verified);
    if (folders.size() < 2) {
      throw new InputException("merge is given 1 run, must be two or more");
    }
    PrintWriter err = spec.commandLine().getErr();
    return new MergeRun(
            folders,
            out,
            overwrite ? OnExisting.OVERWRITE : OnExisting.RESUME,
            lock.locking(),
            onConflict,
            hadoop.get(),
            merge -> verified.isPresent() ? verify(merge, verified.get()) : ExitCode.OK,
            spec.commandLine().getOut(),
            err)
        .call();
  }

  private int verify(Merge merge, int count) throws InterruptedException {
    PrintWriter lines = spec.commandLine().getOut();
    FinishedRun first = new FinishedRun(merge.first());
    try (Reverification again = Reverification.of(first, samples, hadoop, Telling.VERDICT)) {
      merge.sample(
          count,
          new SplittableRandom(),
          (run, trial) -> {
            lines.println(run.files().location() + " " + again.line(trial));
            lines.flush();
          });
      again.summary(merge.trials()).forEach(lines::println);
      return again.differs() ? ExitCode.FAILED : ExitCode.OK;
    }
  }
}
